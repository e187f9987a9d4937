/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-list.h"

#include <glib/gi18n-lib.h>

/* What each state lets happen, by the rulebook in force. */
static void
set_effects (GramctlRow *row, const GramAccountDetail *detail)
{
  guint states = gram_account_states_of (gram_account_kind_scheme (detail->account->kind));
  g_autoptr (GramctlRow) inner = gramctl_row_new ();

  for (guint i = 0; i < GRAM_ACCOUNT_STATE_N; i++)
    if ((states & (1u << i)) != 0)
      gramctl_row_set_words (inner, gram_word_for ("account-state", 1 << i), "effect",
                             detail->effects[i]);
  gramctl_row_set (row, "effects", gramctl_row_to_variant (inner));
}

static void
fill_line (GramctlRow *row, const GramClosingLine *line)
{
  gramctl_row_set_text (row, "need", gram_word_for ("closing-need", (int)line->need));
  gramctl_row_set (row, "ok", g_variant_new_boolean (line->ok));
  gramctl_row_set_number (row, "count", line->count);
  gramctl_row_set_text (row, "sentence", line->sentence);
  gramctl_row_set_text (row, "article", line->article);
  gramctl_row_set_text (row, "destination", line->destination);
}

static void
set_checklist (GramctlRow *row, const GramClosingChecklist *checklist)
{
  gramctl_row_set_list (row, "closing-checklist", checklist->lines, (GramctlFill)fill_line);
  gramctl_row_set (row, "closing-ready", g_variant_new_boolean (checklist->ready));
  gramctl_row_set_text (row, "credits-left", checklist->credits_text);
}

static void
set_vehicles (GramctlRow *row, const GramOverview *overview)
{
  g_autoptr (GramctlRow) counts = gramctl_row_new ();

  for (int status = GRAM_VEHICLE_ENTERED; status <= GRAM_VEHICLE_ACCEPTED; status++)
    {
      const gint64 *by_attention = overview->counts[status];

      gramctl_row_set_number (counts, gram_word_for ("vehicle-status", status),
                              by_attention[GRAM_ATTENTION_NONE]
                                  + by_attention[GRAM_ATTENTION_INCOMPLETE]
                                  + by_attention[GRAM_ATTENTION_DISPUTED]);
    }
  gramctl_row_set (row, "vehicles", gramctl_row_to_variant (counts));
}

static void
set_detail (GramctlRow *row, const GramAccountDetail *detail)
{
  gramctl_row_fill_account (row, detail->account);
  gramctl_row_set_text (row, "state-today", gram_word_for ("account-state", (int)detail->state));
  gramctl_row_set_text (row, "aml-today", gram_word_for ("aml", (int)detail->aml));
  gramctl_row_set_text (row, "charge-scheme",
                        gram_word_for ("charge-scheme", (int)detail->charge_scheme));
  gramctl_row_set_text (row, "fleet-average-from", detail->charge_scheme_from);
  gramctl_row_set_text (row, "rulebook", detail->rulebook);
  set_effects (row, detail);
  gramctl_row_set_list (row, "measures", detail->measures, (GramctlFill)gramctl_row_fill_measure);
  gramctl_row_set_list (row, "balances", detail->balances, (GramctlFill)gramctl_row_fill_balance);
  gramctl_row_set_record (row, "closing", detail->closing, (GramctlFill)gramctl_row_fill_closing);
  gramctl_row_set_record (row, "application", detail->application,
                          (GramctlFill)gramctl_row_fill_application);
}

GramctlExit
gramctl_show_account (Gramctl *self, const char *id)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramAccountDetail) detail = NULL;
  g_autoptr (GramClosingChecklist) checklist = NULL;
  g_autoptr (GramOverview) overview = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GramctlRow) row = gramctl_row_new ();
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;

  if (!gramctl_find_account (self, id, &account, &exit))
    return exit;
  detail
      = gram_registry_account_detail (self->registry, self->actor, account->id, &refusal, &error);
  if (detail != NULL)
    checklist = gram_registry_closing_checklist (self->registry, self->actor, account->id, &refusal,
                                                 &error);
  if (checklist != NULL)
    members = gram_registry_members (self->registry, self->actor, account->id, &refusal, &error);
  if (members != NULL)
    overview = gram_registry_overview (self->registry, self->actor, account->id, &refusal, &error);
  if (overview == NULL)
    return gramctl_no (refusal, error);

  set_detail (row, detail);
  gramctl_row_set_list (row, "members", members, (GramctlFill)gramctl_row_fill_member);
  set_vehicles (row, overview);
  set_checklist (row, checklist);
  gramctl_print_indented (gramctl_row_to_variant (row));
  return GRAMCTL_DONE;
}
