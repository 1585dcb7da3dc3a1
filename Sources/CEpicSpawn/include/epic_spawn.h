#pragma once

#include <sys/types.h>

/// Starts a program in a session of its own, with `folder` as current directory, standard input empty, and output and
/// errors appended to `log` (a path, relative to `folder` or absolute). It inherits no other descriptor and default
/// signal dispositions. Returns 0 and the process id, or an error number (errno's).
int epic_spawn_detached(const char *program, char *const arguments[], char *const environment[], const char *folder,
                        const char *log, pid_t *process);
