/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-conditions.h"

#include "gram-effects.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

static GramAccountCondition *
condition_new (const char *icon_name, const char *style)
{
  GramAccountCondition *self = g_new0 (GramAccountCondition, 1);

  self->icon_name = icon_name;
  self->style = style;

  return self;
}

void
gram_account_condition_free (GramAccountCondition *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->why);
  g_free (self->until);
  g_free (self->possible);
  g_free (self->next);
  g_free (self);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

guint
gram_account_effects_now (const GramAccountDetail *detail)
{
  g_return_val_if_fail (detail != NULL, 0);

  return detail->effects[g_bit_nth_lsf (detail->state, -1)];
}

char *
gram_account_possible_now (const GramAccountDetail *detail)
{
  GramScheme scheme;
  const GramEffectRow *rows;
  gsize n_rows;
  guint now;
  GString *text;

  g_return_val_if_fail (detail != NULL, NULL);

  scheme = detail->account->kind == GRAM_ACCOUNT_CCTS ? GRAM_SCHEME_CCTS : GRAM_SCHEME_CCS;
  now = gram_account_effects_now (detail) & gram_effects_of_scheme (scheme);
  text = g_string_new (NULL);
  rows = gram_effect_rows (&n_rows);
  for (gsize i = 0; i < n_rows; i++)
    if ((now & rows[i].effect) != 0)
      {
        if (text->len > 0)
          /* Translators: between the things that are possible in an account */
          g_string_append (text, _ (" · "));
        g_string_append (text, _ (rows[i].title));
      }

  return g_string_free_and_steal (text);
}

/* Why, with the document that says so. */
static char *
dup_why (const char *reason, const char *reference)
{
  if (!has_text (reason))
    return NULL;
  if (!has_text (reference))
    return g_strdup (reason);

  /* Translators: a reason, and the reference of a document */
  return g_strdup_printf (_ ("%s (document: %s)"), reason, reference);
}

static char *
dup_since (const char *format, gint64 instant)
{
  g_autofree char *day = gram_format_day_of_instant (instant);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, day);
#pragma GCC diagnostic pop
}

static const GramMeasureRecord *
find_measure (const GramAccountDetail *detail, GramMeasureKind kind, GramMeasureState state)
{
  for (guint i = 0; detail->measures != NULL && i < detail->measures->len; i++)
    {
      const GramMeasureRecord *measure = detail->measures->pdata[i];

      if (measure->kind == kind && measure->state == state)
        return measure;
    }

  return NULL;
}

static GramAccountCondition *
suspended (const GramAccountDetail *detail)
{
  const GramMeasureRecord *measure
      = find_measure (detail, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_IN_FORCE);
  GramAccountCondition *self;

  if (detail->state != GRAM_ACCOUNT_SUSPENDED || measure == NULL)
    return NULL;

  self = condition_new ("dialog-warning-symbolic", "warning");
  /* Translators: %s is a day */
  self->title = dup_since (_ ("Suspended since %s"), measure->began_at);
  self->why = dup_why (measure->reason, measure->reference);
  self->until = gram_format_date (measure->until);
  self->possible = gram_account_possible_now (detail);
  self->next = g_strdup (
      _ ("Put right what it was suspended for and tell the administrator, who can reinstate it "
         "earlier. After the last day the account is open again by itself."));
  self->commands[0] = "account.reinstate";

  return self;
}

static GramAccountCondition *
blocked (const GramAccountDetail *detail)
{
  const GramMeasureRecord *measure
      = find_measure (detail, GRAM_MEASURE_BLOCK, GRAM_MEASURE_IN_FORCE);
  GramAccountCondition *self;

  if (detail->state != GRAM_ACCOUNT_BLOCKED || measure == NULL)
    return NULL;

  self = condition_new ("dialog-error-symbolic", "error");
  /* Translators: %s is a day */
  self->title = dup_since (_ ("Blocked since %s"), measure->began_at);
  self->why = dup_why (measure->reason, measure->reference);
  self->until = has_text (measure->until) ? gram_format_date (measure->until)
                                          : g_strdup (_ ("The administrator lifts it"));
  self->possible = gram_account_possible_now (detail);
  self->next = g_strdup (
      _ ("Surrender and payment stay due on their days. An appeal goes to the tribunal; while it "
         "is open, tell the administrator."));
  self->commands[0] = "account.unblock";

  return self;
}

static GramAccountCondition *
notified (const GramAccountDetail *detail)
{
  const GramMeasureRecord *measure
      = find_measure (detail, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_NOTIFIED);
  GramAccountCondition *self;

  if (measure == NULL)
    return NULL;

  self = condition_new ("dialog-warning-symbolic", "warning");
  /* Translators: %s is a day */
  self->title = dup_since (_ ("Notice before a suspension, given on %s"), measure->notified_at);
  self->why = dup_why (measure->reason, measure->reference);
  self->until = gram_format_date (measure->remedy_by);
  self->next = g_strdup (_ (
      "Put it right by that day and tell the administrator, who then drops the notice. Until the "
      "account is suspended, everything is possible."));
  self->commands[0] = "account.drop-notice";
  self->commands[1] = "account.suspend";

  return self;
}

static GramAccountCondition *
closing (const GramAccountDetail *detail)
{
  const GramClosingRecord *record = detail->closing;
  GramAccountCondition *self;

  if (detail->state != GRAM_ACCOUNT_CLOSING || record == NULL)
    return NULL;

  self = condition_new ("dialog-information-symbolic", "accent");
  /* Translators: %s is a day */
  self->title = dup_since (_ ("Closing was asked for on %s"), record->opened_at);
  self->why = dup_why (record->reason, record->reference);
  self->possible = gram_account_possible_now (detail);
  if (record->delete_credits > 0)
    {
      g_autofree char *amount = gram_format_decimal (record->delete_credits, 2, 2);

      /* Translators: %s is an amount of credits in grams */
      self->next = g_strdup_printf (
          _ ("The administrator checks the list again and decides; %s g of credits are then "
             "deleted. Until then the request can be withdrawn."),
          amount);
    }
  else
    self->next = g_strdup (
        _ ("The administrator checks the list again and decides. Until then the request can be "
           "withdrawn."));
  self->commands[0] = "account.withdraw-closing";
  self->commands[1] = "account.close";

  return self;
}

static GramAccountCondition *
closing_noticed (const GramAccountDetail *detail)
{
  const GramClosingRecord *record = detail->closing;
  GramAccountCondition *self;

  if (record == NULL || record->state != GRAM_CLOSING_NOTIFIED
      || detail->state == GRAM_ACCOUNT_CLOSED)
    return NULL;

  self = condition_new ("dialog-warning-symbolic", "warning");
  /* Translators: %s is a day */
  self->title = dup_since (_ ("Notice of closing, given on %s"), record->opened_at);
  self->why = dup_why (record->reason, record->reference);
  self->until = gram_format_date (record->object_by);
  if (record->objected_at != 0)
    {
      g_autofree char *day = gram_format_day_of_instant (record->objected_at);

      /* Translators: %1$s is a day, %2$s is a text */
      self->next
          = g_strdup_printf (_ ("An objection was made on %1$s: %2$s"), day, record->objection);
    }
  else
    self->next = g_strdup (
        _ ("If the account is still needed, object by that day and say why. After it the "
           "administrator can close the account."));
  self->commands[0] = "account.object-to-closing";
  self->commands[1] = "account.drop-closing-notice";

  return self;
}

static GramAccountCondition *
closed (const GramAccountDetail *detail)
{
  const GramClosingRecord *record = detail->closing;
  GramAccountCondition *self;

  if (detail->state != GRAM_ACCOUNT_CLOSED)
    return NULL;

  self = condition_new ("changes-prevent-symbolic", "accent");
  if (record != NULL && record->decided_at != 0)
    /* Translators: %s is a day */
    self->title = dup_since (_ ("Closed since %s"), record->decided_at);
  else
    self->title = g_strdup (_ ("Closed"));
  if (record != NULL)
    self->why
        = dup_why (has_text (record->decision_reason) ? record->decision_reason : record->reason,
                   record->reference);
  self->possible = gram_account_possible_now (detail);
  self->next = g_strdup (
      _ ("Everything stays readable. A closed account cannot be opened again, and its number is "
         "never given to another; a new account gets a new number."));

  return self;
}

GPtrArray *
gram_account_conditions (const GramAccountDetail *detail)
{
  static GramAccountCondition *(*const describe[]) (const GramAccountDetail *)
      = { closed, blocked, suspended, closing, closing_noticed, notified };
  GPtrArray *conditions;

  g_return_val_if_fail (detail != NULL, NULL);

  conditions = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_account_condition_free);
  for (guint i = 0; i < G_N_ELEMENTS (describe); i++)
    {
      GramAccountCondition *condition = describe[i](detail);

      if (condition != NULL)
        g_ptr_array_add (conditions, condition);
    }

  return conditions;
}
