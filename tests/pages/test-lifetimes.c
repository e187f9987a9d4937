/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lifetimes.h"

#include "gram-destinations.h"
#include "gram-page.h"
#include "gram-test-gtk.h"

/* Pages: an answer may come when the page has left its window, was refreshed, or its window is closed. */

/* Who sees what: the administrator's side, allowances, credits, a fleet; of small accounts. */
static const struct
{
  const char *email;
  GramScheme scheme;
} people[] = {
  { LIFETIMES_ADMINISTRATOR, GRAM_SCHEME_CCS },
  { "martin@example.org", GRAM_SCHEME_CCTS },
  { "ruth@example.org", GRAM_SCHEME_CCS },
};

/* Twice: the second breaks off the first before it has begun. */
static void
refresh (gpointer page)
{
  gram_page_queue_refresh (page);
  gram_page_queue_refresh (page);
}

static const struct
{
  const char *name;
  LifetimesEnd end;
  LifetimesKeep keep;
} ways[] = {
  { "taken-down", lifetimes_close, LIFETIMES_CHILDREN },
  { "refreshed", refresh, LIFETIMES_NOTHING },
  { "closed", lifetimes_close_window, LIFETIMES_WIDGET },
};

typedef struct
{
  const char *email;
  const GramDestination *destination;
  guint way;
} PageCase;

static gpointer
make_page (gconstpointer data)
{
  const PageCase *test = data;

  lifetimes_become (test->email);

  return lifetimes_show (
      g_object_new (test->destination->get_type (), "session", lifetimes_session (), NULL));
}

static void
test_page (gconstpointer data)
{
  const PageCase *test = data;

  lifetimes_cut (make_page, test, ways[test->way].end, ways[test->way].keep);
}

/* Whether the sidebar would show it to them; what is about no account is enough for one of them. */
static gboolean
is_theirs (guint person, const GramDestination *destination)
{
  if (g_str_equal (people[person].email, LIFETIMES_ADMINISTRATOR))
    return destination->administrator || !destination->account;

  return destination->account
         && (destination->schemes == 0
             || (destination->schemes & 1u << people[person].scheme) != 0);
}

static void
add (guint person, const GramDestination *destination)
{
  const char *email = people[person].email;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const PageCase test = { email, destination, i };
      g_autofree char *path = g_strdup_printf ("/lifetimes/%.*s/%s/%s", (int)strcspn (email, "@"),
                                               email, destination->name, ways[i].name);

      g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_page, g_free);
    }
}

int
main (int argc, char **argv)
{
  guint n_destinations;
  const GramDestination *destinations = gram_destinations_get (&n_destinations);
  int status;

  gram_test_gtk_init (&argc, &argv);
  lifetimes_begin ();
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    for (guint k = 0; k < n_destinations; k++)
      if (is_theirs (i, &destinations[k]))
        add (i, &destinations[k]);
  status = g_test_run ();
  lifetimes_end ();

  return status;
}
