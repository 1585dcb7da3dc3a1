/* Line ends that count, as the head of ../../epic.ebnf says.
 *
 * Where the grammar lets a statement end, a line end is a token, unless the next token (comments skipped) is `->`, `and`,
 * `or`, `else` or `because`. Inside ( ) and [ ], and behind what a value must follow, the grammar asks for no line end, so
 * that nothing has to be remembered here. Behind a statement's label, and behind `in` as a word among its arguments, the
 * statement could end, but does not end with the line: the grammar asks for a line end to ignore. */

#include "tree_sitter/parser.h"

enum token { NEWLINE, IGNORED_NEWLINE };

/* The longest word that continues a statement has seven letters. */
enum { LONGEST = 8 };

void *tree_sitter_epic_external_scanner_create(void) { return NULL; }

void tree_sitter_epic_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_epic_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_epic_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

static bool is_blank(int32_t character) { return character == ' ' || character == '\t' || character == '\r'; }

/* What a word runs on through. */
static bool is_word(int32_t character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') || character == '_' || character == '-' || character == '.' ||
         character == ':' || character == '/' || character == '%' || character == '*';
}

static bool is(const char *word, unsigned length, const char *keyword) {
  for (unsigned index = 0; index < length; index++) {
    if (keyword[index] == 0 || keyword[index] != word[index]) return false;
  }
  return keyword[length] == 0;
}

/* Whether the next token continues the statement on the line before. Reads it, and comments before it. */
static bool continues(TSLexer *lexer) {
  for (;;) {
    while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') lexer->advance(lexer, false);
    if (lexer->lookahead != '/') break;
    lexer->advance(lexer, false);
    if (lexer->lookahead != '/') return false; /* a path */
    while (lexer->lookahead != '\n' && !lexer->eof(lexer)) lexer->advance(lexer, false);
  }
  if (lexer->lookahead == '-') {
    lexer->advance(lexer, false);
    return lexer->lookahead == '>';
  }
  char word[LONGEST];
  unsigned length = 0;
  int32_t previous = 0;
  while (is_word(lexer->lookahead)) {
    int32_t character = lexer->lookahead;
    if (character == '/' && previous == '/') {
      length--; /* a comment touches the word */
      break;
    }
    if (length == LONGEST) return false;
    word[length++] = (char)character;
    previous = character;
    lexer->advance(lexer, false);
  }
  /* What the word gives back. */
  while (length > 1) {
    char last = word[length - 1];
    if (last == '-' || last == '.' || (last == ':' && word[length - 2] != ':')) {
      length--;
    } else {
      break;
    }
  }
  return is(word, length, "and") || is(word, length, "or") || is(word, length, "else") || is(word, length, "because");
}

bool tree_sitter_epic_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  if (!valid_symbols[NEWLINE] && !valid_symbols[IGNORED_NEWLINE]) return false;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  /* A comment behind the line's last token is a token of its own; the line end comes after it. */
  if (lexer->lookahead != '\n') return false;
  while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  if (valid_symbols[IGNORED_NEWLINE]) {
    lexer->result_symbol = IGNORED_NEWLINE;
    return true;
  }
  if (lexer->eof(lexer) || continues(lexer)) return false;
  lexer->result_symbol = NEWLINE;
  return true;
}
