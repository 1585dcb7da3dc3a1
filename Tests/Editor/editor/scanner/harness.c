/* Runs src/scanner.c on a text, as tree-sitter does: from a position, with what the grammar asks for. */

#include "tree_sitter/parser.h"

bool tree_sitter_epic_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols);

struct text_lexer {
  TSLexer lexer;
  const unsigned char *text;
  size_t length, position, end;
};

static void look(struct text_lexer *self) {
  self->lexer.lookahead = self->position < self->length ? self->text[self->position] : 0;
}

static void advance(TSLexer *lexer, bool skip) {
  struct text_lexer *self = (struct text_lexer *)lexer;
  (void)skip;
  if (self->position < self->length) self->position++;
  look(self);
}

static void mark_end(TSLexer *lexer) {
  struct text_lexer *self = (struct text_lexer *)lexer;
  self->end = self->position;
}

static bool eof(const TSLexer *lexer) {
  const struct text_lexer *self = (const struct text_lexer *)lexer;
  return self->position >= self->length;
}

/* The token found at a position: 0 a line end, 1 one to ignore, -1 none; `*end` is where it ends. */
int epic_scan(const unsigned char *text, size_t length, size_t position, bool newline, bool ignored, size_t *end) {
  struct text_lexer self = {
      .lexer = {.advance = advance, .mark_end = mark_end, .eof = eof},
      .text = text,
      .length = length,
      .position = position,
      .end = position,
  };
  bool valid[2] = {newline, ignored};
  look(&self);
  if (!tree_sitter_epic_external_scanner_scan(NULL, &self.lexer, valid)) return -1;
  *end = self.end;
  return self.lexer.result_symbol;
}
