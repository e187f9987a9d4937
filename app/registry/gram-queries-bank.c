/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-bank.h"

#include "gram-bank-lines.h"
#include "gram-check.h"
#include "gram-queries-private.h"

const char *
gram_bank_line_state_to_word (GramBankLineState state)
{
  static const char *const words[] = {
    [GRAM_BANK_LINE_CERTAIN] = "certain", [GRAM_BANK_LINE_LIKELY] = "likely",
    [GRAM_BANK_LINE_UNKNOWN] = "unknown", [GRAM_BANK_LINE_KNOWN] = "known",
    [GRAM_BANK_LINE_OUT] = "out",
  };

  g_return_val_if_fail (state >= GRAM_BANK_LINE_CERTAIN && state <= GRAM_BANK_LINE_OUT, NULL);

  return words[state];
}

void
_gram_bank_line_free (GramBankLine *self)
{
  g_free (self->key);
  g_free (self->paid_on);
  g_free (self->payer);
  g_free (self->text);
  g_free (self->number);
  g_free (self->holder);
  g_free (self->choice);
  g_free (self->why);
  g_free (self);
}

static void
problem_free (gpointer data)
{
  GramBankProblem *self = data;

  g_free (self->field);
  g_free (self->value);
  g_free (self->message);
  g_free (self);
}

GramBankPreview *
_gram_bank_preview_new (void)
{
  GramBankPreview *self = g_new0 (GramBankPreview, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)_gram_bank_line_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
gram_bank_preview_free (GramBankPreview *self)
{
  if (self == NULL)
    return;
  g_free (self->file_name);
  g_free (self->format);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->problems);
  g_free (self->from);
  g_free (self->to);
  g_free (self->digest);
  g_free (self->note);
  g_free (self);
}

static GramBankPreview *
read_preview (GramRegistry *self,
              GramActor *actor,
              const char *file,
              const GramBankStatement *statement,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
      || !_gram_check_allowed (self, gram_command_find ("payment.import"), person, NULL, refusal,
                               error))
    return NULL;
  return gram_bank_preview_new (self, person, file, statement, error);
}

GramBankPreview *
gram_registry_bank_preview (GramRegistry *self,
                            GramActor *actor,
                            const char *file,
                            GCancellable *cancellable,
                            GramRefusal **refusal,
                            GError **error)
{
  g_autoptr (GramBankStatement) statement = NULL;
  GramBankPreview *preview;

  g_return_val_if_fail (self != NULL && actor != NULL && file != NULL, NULL);

  statement = gram_bank_file_read (file, refusal);
  if (statement == NULL || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !gram_store_begin_read (self->store, error))
    return NULL;
  preview = read_preview (self, actor, file, statement, refusal, error);
  gram_store_end_read (self->store);
  return preview;
}
