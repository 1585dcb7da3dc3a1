/* What a scanner sees of tree-sitter's lexer, for tests: the real header is written by `tree-sitter generate`. */
#ifndef TREE_SITTER_PARSER_H
#define TREE_SITTER_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TSLexer TSLexer;

struct TSLexer {
  int32_t lookahead;
  uint16_t result_symbol;
  void (*advance)(TSLexer *, bool);
  void (*mark_end)(TSLexer *);
  uint32_t (*get_column)(TSLexer *);
  bool (*is_at_included_range_start)(const TSLexer *);
  bool (*eof)(const TSLexer *);
};

#endif
