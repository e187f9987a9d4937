/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-identifier.h"

#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VIN_LENGTH 17
#define CHASSIS_MIN 8
#define CHASSIS_MAX 15
#define CHASSIS_PREFIX_MIN 2
#define CHASSIS_PREFIX_MAX 7
#define CHASSIS_SERIAL_MIN 4
#define CHASSIS_SERIAL_MAX 8
#define CHECK_DIGIT_POSITION 8

/* What a text has in it once it is folded. */
typedef struct
{
  char text[GRAM_IDENTIFIER_BUFFER];
  gsize length;
  gsize dashes;
} Folded;

/* Folds an ASCII character: lower to upper case, any blank to 0. */
static inline gunichar
fold_ascii (gunichar c)
{
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 'A';
  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return 0;

  return c;
}

/* Folds one character: full-width to ASCII, any dash to `-`, lower to upper case, any blank to 0. */
static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return fold_ascii (c);
  if (c >= 0xff01 && c <= 0xff5e)
    return fold_ascii (c - 0xfee0);

  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  /* U+FEFF and U+200B come along when a cell of a spreadsheet or a web page is copied. */
  if (g_unichar_isspace (c) || c == 0xfeff || c == 0x200b)
    return 0;

  return c;
}

static inline gboolean
is_allowed (gunichar c)
{
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/* Reads a character, advancing @at; (gunichar) -1 if the bytes are not UTF-8. */
static gunichar
next_character (const char **at)
{
  gunichar c = (guchar) * *at;

  if (c < 0x80)
    {
      (*at)++;
      return c;
    }

  c = g_utf8_get_char_validated (*at, -1);
  if (c >= (gunichar)-2)
    return (gunichar)-1;

  *at = g_utf8_next_char (*at);
  return c;
}

static gboolean
fail_character (GError **error, const char *text, gunichar c, guint position)
{
  g_autofree char *excerpt = _gram_excerpt (text, -1);
  char name[7] = { 0 };

  if (c == (gunichar)-1 || !g_unichar_isprint (c))
    {
      g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_IDENTIFIER_CHARACTER,
                   _ ("“%s” has an unreadable character at position %u."), excerpt, position);
      return FALSE;
    }

  g_unichar_to_utf8 (c, name);
  g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_IDENTIFIER_CHARACTER,
               _ ("“%s” has “%s” at position %u, which no VIN or chassis number has."), excerpt,
               name, position);
  return FALSE;
}

/* Folds the whole text. What does not fit is counted only: it is too long in any case. */
static gboolean
fold_text (const char *text, Folded *folded, GError **error)
{
  guint position = 0;

  for (const char *at = text; *at != '\0';)
    {
      gunichar c = next_character (&at);
      gunichar to = c == (gunichar)-1 ? c : fold (c);

      position++;
      if (to == 0)
        continue;
      if (!is_allowed (to))
        return fail_character (error, text, c, position);

      if (folded->length < sizeof folded->text - 1)
        folded->text[folded->length] = (char)to;
      folded->length++;
      folded->dashes += to == '-' ? 1 : 0;
    }

  folded->text[MIN (folded->length, sizeof folded->text - 1)] = '\0';
  return TRUE;
}

static gboolean
check_vin (const Folded *folded, GError **error)
{
  gsize at = strcspn (folded->text, "IOQ");

  if (at == VIN_LENGTH)
    return TRUE;

  /* Translators: %s is a VIN, %c one of the letters I, O, Q */
  g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_VIN_LETTER,
               _ ("“%s” has the letter %c at position %u, which no VIN has."), folded->text,
               folded->text[at], (guint)at + 1);
  return FALSE;
}

static gboolean
fail_length (GError **error, const char *text, const Folded *folded)
{
  g_autofree char *excerpt = _gram_excerpt (text, -1);

  if (folded->length - folded->dashes == VIN_LENGTH)
    g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_IDENTIFIER_LENGTH,
                 _ ("“%s” has a dash, and 17 characters besides: a VIN has no dash."), excerpt);
  else
    g_set_error (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_IDENTIFIER_LENGTH,
                 ngettext ("“%s” has %u character; a VIN has 17, a chassis number 8 to 15.",
                           "“%s” has %u characters; a VIN has 17, a chassis number 8 to 15.",
                           (gulong)folded->length),
                 excerpt, (guint)folded->length);

  return FALSE;
}

/* `[A-Z0-9]{2,7}-?[A-Z0-9]{4,8}`; without a dash any length from 8 to 15 can be cut that way. */
static gboolean
check_chassis (const char *text, const Folded *folded, GError **error)
{
  g_autofree char *excerpt = NULL;
  gsize prefix;
  gsize serial;

  if (folded->length < CHASSIS_MIN || folded->length > CHASSIS_MAX)
    return fail_length (error, text, folded);
  if (folded->dashes == 0)
    return TRUE;

  prefix = strcspn (folded->text, "-");
  serial = folded->length - prefix - 1;
  if (folded->dashes == 1 && prefix >= CHASSIS_PREFIX_MIN && prefix <= CHASSIS_PREFIX_MAX
      && serial >= CHASSIS_SERIAL_MIN && serial <= CHASSIS_SERIAL_MAX)
    return TRUE;

  excerpt = _gram_excerpt (text, -1);
  g_set_error (
      error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_IDENTIFIER_FORM,
      _ ("“%s” is not a chassis number: it has 2 to 7 characters before its dash and 4 to 8 after it."),
      excerpt);
  return FALSE;
}

static void
make_key (char key[GRAM_IDENTIFIER_BUFFER], const char *text)
{
  char *to = key;

  for (const char *at = text; *at != '\0'; at++)
    if (*at != '-')
      *to++ = *at;
  *to = '\0';
}

/* Only makers of these regions of the world have to use check digits. */
static char
check_digit_hint (const char *vin)
{
  char digit;

  if (*vin < '1' || *vin > '5')
    return 0;

  digit = gram_identifier_check_digit (vin);
  return digit == vin[CHECK_DIGIT_POSITION] ? (char)0 : digit;
}

gboolean
gram_identifier_parse (const char *text, GramIdentifier *identifier, GError **error)
{
  Folded folded = { .length = 0 };
  gboolean vin;

  g_return_val_if_fail (identifier != NULL, FALSE);

  if (text == NULL)
    text = "";
  if (!fold_text (text, &folded, error))
    return FALSE;
  if (folded.length == 0)
    {
      g_set_error_literal (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_EMPTY,
                           _ ("A VIN or chassis number is missing."));
      return FALSE;
    }

  vin = folded.length == VIN_LENGTH && folded.dashes == 0;
  if (vin ? !check_vin (&folded, error) : !check_chassis (text, &folded, error))
    return FALSE;

  identifier->kind = vin ? GRAM_IDENTIFIER_VIN : GRAM_IDENTIFIER_CHASSIS;
  memcpy (identifier->text, folded.text, sizeof folded.text);
  make_key (identifier->key, folded.text);
  identifier->check_digit = vin ? check_digit_hint (folded.text) : (char)0;

  return TRUE;
}

char *
gram_identifier_search_key (const char *text)
{
  GString *key;

  g_return_val_if_fail (text != NULL, NULL);

  key = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0';)
    {
      gunichar c = next_character (&at);

      if (c == (gunichar)-1)
        {
          at++;
          continue;
        }
      c = fold (c);
      if (c != 0 && c != '-')
        g_string_append_unichar (key, c);
    }

  return g_string_free_and_steal (key);
}

/* Value of a letter in the sum: A to H are 1 to 8, J to N 1 to 5, P 7, R 9, S to Z 2 to 9; 0 for I, O and Q. */
static int
letter_value (char c)
{
  static const guint8 values[] = {
    1, 2, 3, 4, 5, 6, 7, 8, 0, /* A to I */
    1, 2, 3, 4, 5, 0, 7, 0, 9, /* J to R */
    2, 3, 4, 5, 6, 7, 8, 9,    /* S to Z */
  };

  return values[c - 'A'];
}

char
gram_identifier_check_digit (const char *vin)
{
  static const guint8 weights[VIN_LENGTH] = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
  int sum = 0;

  g_return_val_if_fail (vin != NULL, 0);

  if (strlen (vin) != VIN_LENGTH)
    return 0;

  for (int i = 0; i < VIN_LENGTH; i++)
    {
      int value = g_ascii_isdigit (vin[i]) ? vin[i] - '0' : 0;

      if (g_ascii_isupper (vin[i]))
        {
          value = letter_value (vin[i]);
          if (value == 0)
            return 0;
        }
      else if (!g_ascii_isdigit (vin[i]))
        return 0;

      sum += value * weights[i];
    }

  return "0123456789X"[sum % 11];
}
