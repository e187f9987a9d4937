/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"

#include "gram-effects-in-force.h"
#include "gram-notices.h"
#include "gram-texts.h"

#include <glib/gi18n-lib.h>

/* Records that are read at a time. */
#define PAGE 1000
/* Sets of the two switches of auto-accept, none included. */
#define SWITCH_SETS 4

static const GramText texts[] = {
  { .name = "reason", .title = N_ ("Reason"), .max_length = 2000, .lines = TRUE },
  { .name = "reference", .title = N_ ("Reference"), .max_length = 200 },
  { .name = "text", .title = N_ ("Text"), .max_length = 4000, .lines = TRUE },
};

GramDate
gram_life_today (GramCall *call)
{
  g_autofree char *today = gram_call_dup_today (call);

  return gram_life_date (today);
}

GramDate
gram_life_date (const char *text)
{
  GramDate date;

  if (text == NULL || !gram_date_parse (text, GRAM_DATE_ISO, &date, NULL))
    return GRAM_DATE_NONE;
  return date;
}

/* An argument that the command requires may not be empty either. */
static gboolean
is_required (GramCall *call, const char *name)
{
  const GramArgument *argument = call->command->arguments;

  for (; argument->name != NULL; argument++)
    if (g_str_equal (argument->name, name))
      return (argument->flags & GRAM_ARGUMENT_REQUIRED) != 0;
  return FALSE;
}

gboolean
gram_life_read_text (GramCall *call, const char *name, char **text, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      {
        GramText rule = texts[i];

        rule.needed = is_required (call, name);
        return gram_text_check (&rule, gram_call_get_string (call, name), text, refusal);
      }
  g_assert_not_reached ();
}

gboolean
gram_life_read_date (GramCall *call, const char *name, GramDate *date, GramRefusal **refusal)
{
  const char *text = gram_call_get_string (call, name);

  *date = GRAM_DATE_NONE;
  if (text == NULL || gram_date_parse (text, GRAM_DATE_ISO, date, NULL))
    return TRUE;
  return gram_refuse (refusal, "date.form", NULL,
                      _ ("“%s” is not a date; write it like 2026-03-31"), text);
}

gboolean
gram_life_update (GramCall *call, const GramAccountRecord *after, GError **error)
{
  g_autoptr (GramAccountRecord) written = NULL;

  if (!gram_account_table_update (call->unit, call->account, after, call->journal_id, error)
      || !gram_account_table_get (call->store, after->id, &written, error))
    return FALSE;
  gram_account_record_free (call->account);
  call->account = g_steal_pointer (&written);
  return TRUE;
}

/* The switches of auto-accept as they were at an instant: back from those of now, change by change. */
static guint
switches_at (const GPtrArray *changes, guint switches, gint64 at)
{
  for (guint i = changes->len; i > 0; i--)
    {
      const GramAccountChange *change = changes->pdata[i - 1];
      guint64 before;

      if (change->at <= at)
        break;
      if (g_str_equal (change->field, "auto-accept")
          && g_ascii_string_to_unsigned (change->old_value, 10, 0, G_MAXUINT, &before, NULL))
        switches = (guint)before;
    }
  return switches;
}

/* Vehicles by the switches that would have taken them when they became ready, and would still. */
typedef struct
{
  GArray *ids[SWITCH_SETS];
} Meanwhile;

static void
meanwhile_clear (Meanwhile *self)
{
  for (guint i = 0; i < SWITCH_SETS; i++)
    g_clear_pointer (&self->ids[i], g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meanwhile, meanwhile_clear)

static void
sort_page (GramCall *call,
           const GPtrArray *page,
           const GPtrArray *changes,
           gint64 since,
           Meanwhile *meanwhile)
{
  guint switches = call->account->auto_accept;

  for (guint i = 0; i < page->len; i++)
    {
      const GramVehicleRecord *vehicle = page->pdata[i];
      guint set = switches & switches_at (changes, switches, vehicle->ready_at);

      if (vehicle->ready_at >= since)
        g_array_append_val (meanwhile->ids[set], vehicle->id);
    }
}

/* Sorts the vehicles of the account that have become ready since then and are so still. */
static gboolean
find_meanwhile (GramCall *call, gint64 since, Meanwhile *meanwhile, GError **error)
{
  GramVehicleQuery query = {
    .account_id = call->account->id,
    .statuses = 1u << GRAM_VEHICLE_READY,
  };
  g_autoptr (GArray) ids = gram_vehicle_table_ids (call->store, &query, 0, error);
  g_autoptr (GPtrArray) changes = NULL;

  if (ids == NULL)
    return FALSE;
  changes = gram_account_table_history (call->store, call->account->id, error);
  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < SWITCH_SETS; i++)
    meanwhile->ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint at = 0; at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) page
          = gram_vehicle_table_page (call->store, &g_array_index (ids, gint64, at),
                                     MIN (PAGE, ids->len - at), error);

      if (page == NULL)
        return FALSE;
      sort_page (call, page, changes, since, meanwhile);
    }
  return TRUE;
}

static gboolean
accept_meanwhile (GramCall *call,
                  const Meanwhile *meanwhile,
                  GramAutoAcceptSums *sums,
                  GError **error)
{
  sums->skipped += meanwhile->ids[GRAM_AUTO_ACCEPT_OFF]->len;
  for (guint switches = 1; switches < SWITCH_SETS; switches++)
    {
      const GArray *ids = meanwhile->ids[switches];
      g_auto (GramAutoJudge) judge = { 0 };

      if (ids->len > 0
          && (!gram_auto_judge_init (&judge, call->registry, call->account, switches, error)
              || !gram_auto_accept_ids (call, &judge, (const gint64 *)ids->data, ids->len, sums,
                                        error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_up_auto_accept (GramCall *call, gint64 since, GError **error)
{
  g_auto (Meanwhile) meanwhile = { { NULL } };
  GramAutoAcceptSums sums = { 0 };

  if (call->account->auto_accept != GRAM_AUTO_ACCEPT_OFF
      && (!find_meanwhile (call, since, &meanwhile, error)
          || !accept_meanwhile (call, &meanwhile, &sums, error)))
    return FALSE;
  gram_call_answer_int64 (call, "accepted", sums.accepted.records);
  gram_call_answer_int64 (call, "units", sums.accepted.units);
  gram_call_answer_int64 (call, "skipped", sums.skipped);
  gram_accepted_answer (&sums.accepted, call);
  return gram_notices_tell_vehicles (call, GRAM_EVENT_AUTO_ACCEPTED, sums.accepted.records, 0,
                                     error);
}

/* Into a suspension or a block, or out of it again. */
static gboolean
tell_state (GramCall *call, GramAccountState before, GramAccountState state, GError **error)
{
  GramTidings tidings = {
    .event = GRAM_EVENT_ACCOUNT_SUSPENDED,
    .account_id = call->account->id,
    .subject = "account",
    .subject_id = call->account->id,
    .recipients = GRAM_RECIPIENTS_MEMBERS,
  };

  if (((before | state) & (GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED)) == 0)
    return TRUE;
  tidings.detail
      = g_variant_new_parsed ("{'state': <%s>}", gram_word_for ("account-state", (int)state));
  return gram_notices_tell (call, &tidings, error);
}

gboolean
gram_life_move (GramCall *call, GramAccountState state, gint64 since, GError **error)
{
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (call->account);
  GramAccountState before = after->state;
  guint effects_before;
  guint effects_after;

  if (!gram_effects_in_force (call->registry, after->kind, after->state, &effects_before, error)
      || !gram_effects_in_force (call->registry, after->kind, state, &effects_after, error))
    return FALSE;
  after->state = state;
  if (!gram_life_update (call, after, error))
    return FALSE;
  gram_call_answer_string (call, "state", gram_word_for ("account-state", (int)state));
  if (!tell_state (call, before, state, error))
    return FALSE;
  if ((effects_before & GRAM_EFFECT_AUTO_ACCEPT) != 0
      || (effects_after & GRAM_EFFECT_AUTO_ACCEPT) == 0)
    return TRUE;
  return take_up_auto_accept (call, since, error);
}
