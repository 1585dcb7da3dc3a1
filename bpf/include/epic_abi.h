/*
 * Layouts shared by the packet programs and by Swift: keys, values and limits of the configuration maps, and the form in
 * which a map's content travels in a bundle.
 *
 * Rules: only fixed-width types; no padding that is not spelled out; every size asserted; every reserved field zero.
 * Integers are in the byte order of the machine that runs the program (`EPIC_IMAGE_…_ENDIAN` in an image says which),
 * addresses and bytes on the wire are in network order. An IPv4 address is written as an IPv4-mapped IPv6 address
 * (RFC 4291 section 2.5.5.2), so that one key serves both families.
 *
 * Configuration maps belong to one generation: they are filled, frozen and swapped as a set. What outlives a swap
 * (learned remotes, flows, counters, key bytes) is in state maps and not here.
 */
#ifndef EPIC_ABI_H
#define EPIC_ABI_H

#include <linux/types.h>

/* Changes whenever a layout below does; programs and maps of different versions are never put together. */
#define EPIC_ABI_VERSION 1

/* Limits. The compiler reports what goes beyond; nothing is ever dropped to fit. */

/* Tunnels that end on one edge node: one for each Kubernetes cluster with `tunnel`. */
#define EPIC_MAX_TUNNELS 4096
/* Pod prefixes of all tunnels of one node. */
#define EPIC_MAX_PREFIXES 16384
/* Pods that one node reaches, over all clusters. */
#define EPIC_MAX_ENDPOINTS 262144
/* Bytes of the content digest (SHA-256). */
#define EPIC_DIGEST_BYTES 32
/* Key epochs that are accepted at one time: the current one and the one before, so that a rotation loses nothing. */
#define EPIC_KEY_SLOTS 2

/* The wire formats of a tunnel. */
#define EPIC_WIRE_EPIC_1 1
#define EPIC_WIRE_TRUE_INGRESS_B 2

/* Bytes that `epic/1` adds to a packet: outer IP, UDP and the 20 bytes of its own header. */
#define EPIC_OVERHEAD_V4 48
#define EPIC_OVERHEAD_V6 68

/* Names of the configuration maps: at most 15 bytes (BPF_OBJ_NAME_LEN without its zero). */
#define EPIC_MAP_META "epic_meta"
#define EPIC_MAP_TUNNELS "epic_tunnels"
#define EPIC_MAP_PREFIXES "epic_prefixes"
#define EPIC_MAP_ENDPOINTS "epic_endpoints"

/* An address: 16 bytes in network order, IPv4 as ::ffff:a.b.c.d. All zero is "none". */
struct epic_address {
	__u8 bytes[16];
};
_Static_assert(sizeof(struct epic_address) == 16, "epic_address");

/* epic_endpoints, hash: which tunnel leads to a pod. */
struct epic_endpoint_key {
	/* Tells equal pod addresses of two clusters apart. */
	__u32 discriminator;
	struct epic_address pod;
};
_Static_assert(sizeof(struct epic_endpoint_key) == 20, "epic_endpoint_key");

struct epic_endpoint {
	__u32 tunnel;
	__u32 reserved;
};
_Static_assert(sizeof(struct epic_endpoint) == 8, "epic_endpoint");

/* epic_prefixes, longest-prefix trie: the pod prefixes that a tunnel may carry. */
struct epic_prefix_key {
	/* 32 for the tunnel, and behind it the bits of the (mapped) prefix. */
	__u32 bits;
	/* Big-endian, as bits are compared from the first byte on. */
	__be32 tunnel;
	struct epic_address address;
};
_Static_assert(sizeof(struct epic_prefix_key) == 24, "epic_prefix_key");

struct epic_prefix {
	/* Discriminator of the cluster that the prefix belongs to. */
	__u32 discriminator;
	__u32 reserved;
};
_Static_assert(sizeof(struct epic_prefix) == 8, "epic_prefix");

/* One accepted key of a tunnel. Key bytes are in a state map under {tunnel, epoch}; a bundle never holds them. */
struct epic_key_slot {
	/* On the wire in byte 5 of the header; 0 marks an unused slot. */
	__u8 epoch;
	__u8 reserved[3];
};
_Static_assert(sizeof(struct epic_key_slot) == 4, "epic_key_slot");

/* epic_tunnels, hash: key is the tunnel's id (__u32). */
struct epic_tunnel {
	/* Outer source addresses of the edge node; none where it has no address of that family. */
	struct epic_address local_v4;
	struct epic_address local_v6;
	/* Outer address of the other end if it is fixed; none if it is learned (state map) by a verified keep-alive. */
	struct epic_address remote;
	__u32 discriminator;
	/* UDP port of the encapsulation, at both ends. */
	__u16 port;
	/* Fixed UDP port of the other end; 0 if it is learned. */
	__u16 remote_port;
	/* Largest inner packet over IPv4 and over IPv6. */
	__u16 mtu_v4;
	__u16 mtu_v6;
	/* EPIC_WIRE_… */
	__u8 wire;
	/* Index in `keys` of the key that sends. */
	__u8 sending_key;
	__u8 reserved[2];
	struct epic_key_slot keys[EPIC_KEY_SLOTS];
};
_Static_assert(sizeof(struct epic_tunnel) == 72, "epic_tunnel");

/* epic_meta, array of one element: makes a set of maps describe itself. */
struct epic_meta {
	__u64 generation;
	__u8 digest[EPIC_DIGEST_BYTES];
	__u32 abi_version;
	__u32 tunnels;
	__u32 prefixes;
	/* Endpoints known to the compiler; those of run time come on top. */
	__u32 endpoints;
};
_Static_assert(sizeof(struct epic_meta) == 56, "epic_meta");

/*
 * A map image: this header in the byte order that `byte_order` names, then `entries` times key and value, without
 * padding, sorted by the key's bytes. `byte_order` is a single byte, so it is readable before the rest.
 */
#define EPIC_IMAGE_MAGIC "EPICMAP"
#define EPIC_IMAGE_VERSION 1
#define EPIC_IMAGE_LITTLE_ENDIAN 1
#define EPIC_IMAGE_BIG_ENDIAN 2
/* Largest key and value that an image may declare. */
#define EPIC_IMAGE_MAX_KEY 512
#define EPIC_IMAGE_MAX_VALUE 4096

struct epic_image_header {
	/* EPIC_IMAGE_MAGIC without its zero. */
	__u8 magic[7];
	/* EPIC_IMAGE_… */
	__u8 byte_order;
	__u32 version;
	/* BPF_MAP_TYPE_… and BPF_F_… of <linux/bpf.h>. */
	__u32 map_type;
	__u32 map_flags;
	__u32 key_size;
	__u32 value_size;
	__u32 max_entries;
	__u32 entries;
	__u32 abi_version;
	/* The map's name, padded with zeros. */
	__u8 name[16];
	__u32 reserved;
};
_Static_assert(sizeof(struct epic_image_header) == 60, "epic_image_header");

#endif
