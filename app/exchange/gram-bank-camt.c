/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gram-bank-camt-entry.h"
#include "gram-decimal.h"

/*
 * CAMT.053 by GMarkup: it knows no entities but the five of XML, so that nothing can grow, and a document type is refused.
 * Element names are taken without their prefix; what stands elsewhere than in the table is passed over.
 */

#define NAMESPACE "urn:iso:std:iso:20022:tech:xsd:camt.053.001."
#define FIRST_VERSION 2
#define LAST_VERSION 8
#define MAX_DEPTH 64
#define MAX_TEXT (64 * 1024)
#define CURRENCY GRAM_CAMT_CURRENCY
#define ROOT "Document/BkToCstmrStmt/Stmt/"
#define DETAILS GRAM_CAMT_DETAILS

typedef struct
{
  GramBankReading *reading;
  GString *path;    /* of the element that is open, local names with a slash behind each */
  GArray *lengths;  /* of the path before each element */
  GString *content; /* of the element that is open */
  gboolean leaf;    /* nothing was opened in it */
  char *attribute;  /* currency of the amount that is open */
  char *account;
  char *account_currency;
  GramCamtEntry *entry;
  gint64 row;
  gboolean statement; /* there is a statement at all */
} Reader;

/* Where the text of an element goes. */
typedef enum
{
  OF_READER,
  OF_ENTRY,
  OF_PART,
  TEXT_OF_ENTRY,
  TEXT_OF_PART,
} Place;

#define READER(member) OF_READER, G_STRUCT_OFFSET (Reader, member)
#define ENTRY(member) OF_ENTRY, G_STRUCT_OFFSET (GramCamtEntry, member)
#define OWN(member) OF_ENTRY, G_STRUCT_OFFSET (GramCamtEntry, own.member)
#define PART(member) OF_PART, G_STRUCT_OFFSET (GramCamtPart, member)

static const struct
{
  const char *path;
  Place place;
  gsize offset;
} elements[] = {
  { "Acct/Id/IBAN/", READER (account) },
  { "Acct/Id/Othr/Id/", READER (account) },
  { "Acct/Ccy/", READER (account_currency) },
  { "Ntry/Amt/", OWN (amount) },
  { "Ntry/CdtDbtInd/", OWN (direction) },
  { "Ntry/RvslInd/", ENTRY (reversal) },
  { "Ntry/Sts/", ENTRY (status) },
  { "Ntry/Sts/Cd/", ENTRY (status) },
  { "Ntry/BookgDt/Dt/", ENTRY (booked) },
  { "Ntry/BookgDt/DtTm/", ENTRY (booked) },
  { "Ntry/ValDt/Dt/", ENTRY (valued) },
  { "Ntry/ValDt/DtTm/", ENTRY (valued) },
  { "Ntry/AcctSvcrRef/", OWN (reference) },
  { "Ntry/NtryRef/", OWN (end_to_end) },
  { "Ntry/AddtlNtryInf/", TEXT_OF_ENTRY, 0 },
  { DETAILS "/Amt/", PART (amount) },
  { DETAILS "/AmtDtls/TxAmt/Amt/", PART (amount) },
  { DETAILS "/CdtDbtInd/", PART (direction) },
  { DETAILS "/Refs/AcctSvcrRef/", PART (reference) },
  { DETAILS "/Refs/EndToEndId/", PART (end_to_end) },
  { DETAILS "/RltdPties/Dbtr/Nm/", PART (payer) },
  { DETAILS "/RltdPties/Dbtr/Pty/Nm/", PART (payer) },
  { DETAILS "/RltdPties/UltmtDbtr/Nm/", PART (payer_beyond) },
  { DETAILS "/RltdPties/UltmtDbtr/Pty/Nm/", PART (payer_beyond) },
  { DETAILS "/RmtInf/Ustrd/", TEXT_OF_PART, 0 },
  { DETAILS "/RmtInf/Strd/CdtrRefInf/Ref/", TEXT_OF_PART, 0 },
  { DETAILS "/RmtInf/Strd/RfrdDocInf/Nb/", TEXT_OF_PART, 0 },
  { DETAILS "/RmtInf/Strd/AddtlRmtInf/", TEXT_OF_PART, 0 },
  { DETAILS "/AddtlTxInf/", TEXT_OF_PART, 0 },
};

static void
fail_syntax (GError **error, const char *message)
{
  g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX, message);
}

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* The namespace says which message and which version it is. */
static gboolean
check_namespace (const char *name, const char **names, const char **values, GError **error)
{
  gsize prefix = (gsize)(local_name (name) - name);
  const char *found = NULL;
  gint64 version;

  for (gsize i = 0; names[i] != NULL; i++)
    if ((prefix == 0 && strcmp (names[i], "xmlns") == 0)
        || (prefix > 0 && g_str_has_prefix (names[i], "xmlns:")
            && strncmp (names[i] + strlen ("xmlns:"), name, prefix - 1) == 0
            && strlen (names[i]) == strlen ("xmlns:") + prefix - 1))
      found = values[i];

  if (found != NULL && g_str_has_prefix (found, NAMESPACE)
      && gram_decimal_parse (found + strlen (NAMESPACE), 0, &version, NULL)
      && version >= FIRST_VERSION && version <= LAST_VERSION
      && strcmp (local_name (name), "Document") == 0)
    return TRUE;

  fail_syntax (error,
               _ ("This XML file is no bank statement of the form camt.053.001.02 to .08. Ask "
                  "the bank for CAMT.053, or for CSV."));
  return FALSE;
}

static const char *
path_in_statement (Reader *self)
{
  return g_str_has_prefix (self->path->str, ROOT) ? self->path->str + strlen (ROOT) : NULL;
}

static GramCamtPart *
open_part (Reader *self)
{
  GPtrArray *parts = self->entry != NULL ? self->entry->parts : NULL;

  return parts != NULL && parts->len > 0 ? parts->pdata[parts->len - 1] : NULL;
}

static gboolean
begin (Reader *self, const char **names, const char **values, GError **error)
{
  const char *path = path_in_statement (self);

  if (path == NULL)
    return TRUE;

  self->statement = TRUE;
  if (strcmp (path, "Ntry/") == 0)
    {
      _gram_camt_entry_free (self->entry);
      self->entry = _gram_camt_entry_new ();
      self->row++;
    }
  if (strcmp (path, DETAILS "/") == 0 && self->entry != NULL)
    {
      g_ptr_array_add (self->entry->parts, _gram_camt_part_new ());
      if (self->entry->parts->len > GRAM_BANK_STATEMENT_MAX_LINES)
        {
          g_set_error (
              error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
              _ ("The statement has more than %d lines. Ask the bank for shorter periods."),
              GRAM_BANK_STATEMENT_MAX_LINES);
          return FALSE;
        }
    }
  for (gsize i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "Ccy") == 0)
      g_set_str (&self->attribute, values[i]);

  return TRUE;
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reader *self = data;

  if (self->lengths->len == 0 && !check_namespace (name, names, values, error))
    return;
  if (self->lengths->len >= MAX_DEPTH)
    {
      g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                           _ ("This XML file is nested deeper than a bank statement is."));
      return;
    }

  g_array_append_val (self->lengths, self->path->len);
  g_string_append (self->path, local_name (name));
  g_string_append_c (self->path, '/');
  g_string_truncate (self->content, 0);
  g_clear_pointer (&self->attribute, g_free);
  self->leaf = TRUE;
  begin (self, names, values, error);
}

static void
text (GMarkupParseContext *context, const char *piece, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->content->len + length > MAX_TEXT)
    g_set_error_literal (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_LIMIT,
                         _ ("A text in this XML file is longer than one of a bank statement is."));
  else
    g_string_append_len (self->content, piece, (gssize)length);
}

static void
passthrough (GMarkupParseContext *context,
             const char *piece,
             gsize length,
             gpointer data,
             GError **error)
{
  if (g_strstr_len (piece, (gssize)length, "<!DOCTYPE") != NULL)
    fail_syntax (error, _ ("This XML file declares a document type, which a bank statement has "
                           "not. Ask the bank for CAMT.053."));
}

/* The text of a leaf goes where the table says. */
static void
keep (Reader *self, const char *path)
{
  GramCamtPart *part = open_part (self);

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      gpointer owner = elements[i].place == OF_READER ? (gpointer)self : (gpointer)self->entry;
      char **member;

      if (strcmp (elements[i].path, path) != 0)
        continue;
      if (elements[i].place == OF_PART || elements[i].place == TEXT_OF_PART)
        owner = part;
      if (owner == NULL)
        return;
      if (elements[i].place == TEXT_OF_PART || elements[i].place == TEXT_OF_ENTRY)
        {
          _gram_bank_text_append (elements[i].place == TEXT_OF_PART ? part->text
                                                                    : self->entry->own.text,
                                  self->content->str);
          return;
        }
      member = G_STRUCT_MEMBER_P (owner, elements[i].offset);
      /* The amount of the transaction stands before its details. */
      if (elements[i].place == OF_PART && *member != NULL)
        return;
      g_set_str (member, g_strstrip (self->content->str));
      if (g_str_has_suffix (path, "/Amt/"))
        g_set_str (elements[i].place == OF_PART ? &part->currency : &self->entry->own.currency,
                   self->attribute);
      return;
    }
}

static gboolean
finish_account (Reader *self, GError **error)
{
  if (self->account != NULL)
    g_set_str (&self->reading->statement->account, self->account);
  if (self->account_currency == NULL || strcmp (self->account_currency, CURRENCY) == 0)
    return TRUE;

  g_set_error (
      error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
      _ ("The statement is of an account in %s. Charges are paid in NZD; choose the statement of "
         "an account in NZD."),
      self->account_currency);
  return FALSE;
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *self = data;
  const char *path = path_in_statement (self);
  gboolean right = TRUE;

  if (path != NULL && self->leaf)
    keep (self, path);
  if (path != NULL && strcmp (path, "Acct/") == 0)
    right = finish_account (self, error);
  if (right && path != NULL && strcmp (path, "Ntry/") == 0)
    {
      _gram_camt_entry_finish (self->entry, self->reading, self->row, error);
      g_clear_pointer (&self->entry, _gram_camt_entry_free);
    }

  g_string_truncate (self->path, g_array_index (self->lengths, gsize, self->lengths->len - 1));
  g_array_set_size (self->lengths, self->lengths->len - 1);
  g_string_truncate (self->content, 0);
  self->leaf = FALSE;
}

static void
reader_clear (Reader *self)
{
  g_string_free (self->path, TRUE);
  g_string_free (self->content, TRUE);
  g_array_unref (self->lengths);
  g_free (self->attribute);
  g_free (self->account);
  g_free (self->account_currency);
  _gram_camt_entry_free (self->entry);
}

/* What GMarkup says is English, and names the line; ours is about the file. */
static gboolean
take_error (GError *error, GError **result)
{
  g_autofree char *said = NULL;

  if (error->domain == GRAM_EXCHANGE_ERROR)
    {
      g_propagate_error (result, error);
      return FALSE;
    }

  /* It may cut a character. */
  said = g_utf8_make_valid (error->message, -1);
  g_set_error (result, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SYNTAX,
               /* Translators: %s names the line and says what is wrong there, in English */
               _ ("The file is damaged: it is no whole XML. Ask the bank for it again. (%s)"),
               said);
  g_error_free (error);
  return FALSE;
}

gboolean
_gram_bank_read_camt (GramBankReading *self, const char *file, gsize length, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, passthrough, NULL };
  Reader reader = { .reading = self,
                    .path = g_string_new (""),
                    .lengths = g_array_new (FALSE, FALSE, sizeof (gsize)),
                    .content = g_string_new ("") };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  gsize mark = length >= 3 && memcmp (file, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  GError *failed = NULL;
  gboolean read = g_utf8_validate_len (file, length, NULL);

  if (!read)
    fail_syntax (&failed,
                 _ ("The file has characters that are none in UTF-8. Ask the bank for it again."));
  read = read
         && g_markup_parse_context_parse (context, file + mark, (gssize)(length - mark), &failed)
         && g_markup_parse_context_end_parse (context, &failed);
  if (read && !reader.statement)
    {
      fail_syntax (
          &failed,
          _ ("The file has no statement (BkToCstmrStmt) in it. Ask the bank for CAMT.053."));
      read = FALSE;
    }
  reader_clear (&reader);

  return read || take_error (failed, error);
}
