/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-handlers-cases.h"
#include "gram-texts.h"

#include "gram-snippet-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static const GramText title_rule
    = { .name = "title", .title = N_ ("Title"), .max_length = 100, .needed = TRUE };
static const GramText text_rule
    = { .name = "text", .title = N_ ("Text"), .max_length = 4000, .needed = TRUE, .lines = TRUE };

/* The snippet that the command names, as whoever sends it has seen it. */
static gboolean
find_snippet (GramCall *call, GramSnippetRecord **record, GramRefusal **refusal, GError **error)
{
  gint64 id = gram_call_get_int64 (call, "snippet", 0);

  if (!gram_snippet_table_get (call->store, id, record, error))
    return FALSE;
  if (*record == NULL || !(*record)->active)
    return gram_refuse (refusal, "snippet.unknown", NULL,
                        _ ("There is no snippet %" PRId64 " any more; look at the list again"), id);
  if (gram_call_get_int64 (call, "version", (*record)->version) != (*record)->version)
    return gram_refuse (refusal, "snippet.changed-meanwhile", NULL,
                        _ ("Somebody else has changed the snippet meanwhile; look at it again"));
  return TRUE;
}

/* The kind of case that it is for; an empty one is all. */
static gboolean
read_kind (GramCall *call, GramSnippetRecord *record, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "kind");
  int kind = 0;

  if (word == NULL)
    return TRUE;
  if (*word != '\0' && !gram_word_parse ("case-kind", word, &kind))
    return gram_refuse (refusal, "case.kind", NULL, _ ("“%s” is not a kind of case"), word);
  record->kind = (GramCaseKind)kind;
  return TRUE;
}

/* A text that was given; one that was not stays as it is, a new snippet needs it. */
static gboolean
read_text (GramCall *call, const GramText *rule, char **text, GramRefusal **refusal)
{
  const char *given = gram_call_get_string (call, rule->name);
  char *normal;

  if (given == NULL && *text != NULL && **text != '\0')
    return TRUE;
  if (!gram_text_check (rule, given, &normal, refusal))
    return FALSE;
  g_free (*text);
  *text = normal;
  return TRUE;
}

gboolean
gram_snippets_save (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GVariant) named = gram_call_dup_value (call, "snippet");
  g_autoptr (GramSnippetRecord) before = NULL;
  g_autoptr (GramSnippetRecord) after = NULL;

  if (named != NULL && !find_snippet (call, &before, refusal, error))
    return FALSE;
  after = before != NULL ? gram_snippet_record_copy (before) : gram_snippet_record_new ();
  if (!read_text (call, &title_rule, &after->title, refusal)
      || !read_text (call, &text_rule, &after->text, refusal) || !read_kind (call, after, refusal)
      || !(before != NULL ? gram_snippet_table_update (call->unit, before, after, error)
                          : gram_snippet_table_insert (call->unit, after, error)))
    return FALSE;
  gram_call_answer_int64 (call, "snippet", after->id);
  gram_call_answer_int64 (call, "version", before != NULL ? before->version + 1 : after->version);
  return TRUE;
}

gboolean
gram_snippets_remove (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramSnippetRecord) before = NULL;
  g_autoptr (GramSnippetRecord) after = NULL;

  if (!find_snippet (call, &before, refusal, error))
    return FALSE;
  after = gram_snippet_record_copy (before);
  after->active = FALSE;
  return gram_snippet_table_update (call->unit, before, after, error);
}
