/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-closing-texts.h"

#include <glib/gi18n-lib.h>

#define STATUS(name) (1u << GRAM_VEHICLE_##name)
#define ATTENTION(name) (1u << GRAM_ATTENTION_##name)

/* The needs: what they are called, and where they are mended. Vehicles are shown filtered. */
static const struct
{
  GramClosingNeed need;
  const char *title;
  const char *fix;
  const char *action;
  guint statuses;
  guint attentions;
} needs[] = {
  { GRAM_CLOSING_NEED_CHARGES_PAID, N_ ("Charges paid"), N_ ("Overview"), "win.go-overview", 0, 0 },
  { GRAM_CLOSING_NEED_NO_VEHICLES_WAITING, N_ ("No vehicles waiting"), N_ ("Vehicles"),
    "win.show-vehicles", STATUS (ENTERED) | STATUS (READY), 0 },
  { GRAM_CLOSING_NEED_NO_DISPUTES, N_ ("No open disputes"), N_ ("Vehicles"), "win.show-vehicles",
    STATUS (ENTERED) | STATUS (READY), ATTENTION (DISPUTED) },
  { GRAM_CLOSING_NEED_NO_REQUESTS, N_ ("Nothing waits for a second person"), N_ ("People"),
    "win.go-people", 0, 0 },
  { GRAM_CLOSING_NEED_NO_TRANSFERS, N_ ("No open transfers or trades"), N_ ("People"),
    "win.go-people", 0, 0 },
  { GRAM_CLOSING_NEED_ALLOWANCES_SETTLED, N_ ("Allowances surrendered or expired"), N_ ("Overview"),
    "win.go-overview", 0, 0 },
  { GRAM_CLOSING_NEED_FLEET_AVERAGE_SETTLED, N_ ("Fleet Average settled"), NULL, NULL, 0, 0 },
};

const char *
gram_closing_need_title (GramClosingNeed need)
{
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (needs[i].need == need)
      return _ (needs[i].title);

  g_return_val_if_reached ("");
}

void
gram_closing_fill_checklist (GramChecklist *widget, const GramClosingChecklist *checklist)
{
  g_return_if_fail (GRAM_IS_CHECKLIST (widget));
  g_return_if_fail (checklist != NULL);

  gram_checklist_clear (widget);
  for (guint i = 0; i < checklist->lines->len; i++)
    {
      const GramClosingLine *line = checklist->lines->pdata[i];
      const char *fix = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (needs); k++)
        if (needs[k].need == line->need && needs[k].fix != NULL)
          fix = _ (needs[k].fix);
      gram_checklist_add (widget, gram_word_for ("closing-need", (int)line->need),
                          gram_closing_need_title (line->need), line->sentence, line->article,
                          line->ok, fix);
    }
}

void
gram_closing_go_to_fix (GtkWidget *widget, const char *id)
{
  int need;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!gram_word_parse ("closing-need", id, &need))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      if ((int)needs[i].need != need || needs[i].action == NULL)
        continue;
      if (needs[i].statuses != 0)
        gtk_widget_activate_action (widget, needs[i].action, "(uu)", needs[i].statuses,
                                    needs[i].attentions);
      else
        gtk_widget_activate_action (widget, needs[i].action, NULL);
    }
}
