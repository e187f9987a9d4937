/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-window-due.h"

#include "gram-account-life.h"
#include "gram-handlers-pools.h"
#include "gram-notices-ccts.h"
#include "gram-participants.h"
#include "gram-rulebooks.h"

#include "gram-ccts.h"
#include "gram-scheme-year-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* So many days before its end people are told that a window closes. */
#define CLOSES_DAYS 14

/* The year whose window it is today, and what is to be told of it. */
typedef struct
{
  int year;
  GramDateRange window;
  gboolean closes;
} Window;

static GramDate
today_of (GramRegistry *registry)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);

  return gram_life_date (today);
}

/* A window lies in the year after its scheme year. */
static gboolean
find_window (GramRegistry *registry, Window *window, gboolean *open, GError **error)
{
  GramDate today = today_of (registry);
  GramDate soon;
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;
  GramRefusal *refusal = NULL;

  *open = FALSE;
  *window = (Window){ .year = today.year - 1 };
  if (!gram_scheme_year_table_get (registry->store, window->year, &year, error))
    return FALSE;
  if (year == NULL || year->measured_at == 0 || year->closed_at != 0)
    return TRUE;
  if (!gram_participants_check_year (registry, window->year, &rulebook, NULL, &refusal, error))
    {
      gboolean refused = refusal != NULL;

      g_clear_pointer (&refusal, gram_refusal_free);
      return refused;
    }
  window->window = gram_ccts_window (rulebook->ccts, window->year);
  *open = gram_date_compare (today, window->window.first) >= 0
          && gram_date_compare (today, window->window.last) <= 0;
  window->closes = gram_date_add_days (today, CLOSES_DAYS, &soon)
                   && gram_date_compare (soon, window->window.last) >= 0;
  return TRUE;
}

/* The same request is one effect, whoever sends it first. */
static char *
dup_request (const Window *window)
{
  return g_strdup_printf ("year.run-due/%d/%s", window->year, window->closes ? "closes" : "opens");
}

gboolean
gram_windows_run_due (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GArray) participants = NULL;
  g_autofree char *day = NULL;
  GramEvent event;
  Window window;
  gboolean open;

  if (!find_window (call->registry, &window, &open, error))
    return FALSE;
  if (!open || window.year != gram_call_get_int64 (call, "year", 0))
    return gram_refuse (refusal, "due.nothing", NULL, _ ("No trading window is open"));
  event = window.closes ? GRAM_EVENT_WINDOW_CLOSES : GRAM_EVENT_WINDOW_OPENS;
  day = gram_date_format (window.closes ? window.window.last : window.window.first);
  participants = gram_participants_list (call->store, window.year, error);
  if (participants == NULL)
    return FALSE;
  for (guint i = 0; i < participants->len; i++)
    if (!gram_notices_tell_window (call, event,
                                   g_array_index (participants, GramParticipant, i).account_id,
                                   window.year, day, error))
      return FALSE;
  gram_call_touches (call, "year", window.year);
  gram_call_answer_int64 (call, "participants", participants->len);
  gram_call_answer_string (call, "day", day);
  return gram_notices_tell_window (call, event, 0, window.year, day, error);
}

gboolean
_gram_window_due_run_all (GramRegistry *self, GError **error)
{
  g_autoptr (GramJournalEntry) earlier = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_autofree char *request_id = NULL;
  GramSender sender = { .internal = TRUE };
  Window window;
  gboolean open;

  if (!find_window (self, &window, &open, error))
    return FALSE;
  if (!open)
    return TRUE;
  sender.request_id = request_id = dup_request (&window);
  if (!gram_journal_find_request (self->store, request_id, &earlier, error))
    return FALSE;
  if (earlier != NULL)
    return TRUE;
  arguments = g_variant_ref_sink (g_variant_new_parsed ("{'year': <%x>}", (gint64)window.year));
  return _gram_registry_send (self, &sender, "year.run-due", arguments, NULL, NULL, error)
         != GRAM_OUTCOME_FAILED;
}
