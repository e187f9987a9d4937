/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "credit-fixture.h"

#include "gram-calendar.h"

#include <inttypes.h>

/*
 * Offers, answers, carried-in credits and time in any order, beside a model that is kept with pencil and paper: credits are never
 * created by a transfer beyond the ratio (LTA 1998 s 180, s 184: one new is two used), never below zero, reserved is what
 * is offered, and the registry verifies.
 */

#define STEPS 160
#define FIRST_YEAR 2023
#define YEARS 4
#define PLACES 6

typedef struct
{
  gint64 id;
  int from;
  int to;
  int offered_on; /* day of the walk */
  gint64 given[YEARS];
} Offer;

typedef struct
{
  Fixture *f;
  gint64 held[PLACES][YEARS];
  gint64 reserved[PLACES][YEARS];
  GArray *offers;
  int day;
  guint n_done[4];
} Walk;

static const int places[] = { CREDIT_USED, CREDIT_NEW, CREDIT_OTHER, CREDIT_FRESH };

static gboolean
is_new (int place)
{
  return place == CREDIT_NEW || place == CREDIT_FRESH;
}

static int
any_place (void)
{
  return places[g_test_rand_int_range (0, G_N_ELEMENTS (places))];
}

/* What one gives is worth to the other. */
static gint64
worth (gint64 given, int from, int to)
{
  if (is_new (from) == is_new (to))
    return given;
  return is_new (from) ? given * 2 : given / 2;
}

static void
set_day (Walk *walk)
{
  GramDate first = gram_date_make (2026, 3, 16);
  GramDate today;
  g_autofree char *text = NULL;

  g_assert_true (gram_date_add_days (first, walk->day, &today));
  text = gram_date_format (today);
  life_set_day (text);
}

static void
carry_in (Walk *walk)
{
  int place = any_place ();
  int year = g_test_rand_int_range (0, YEARS);
  gint64 amount = g_test_rand_int_range (1, 3000);
  g_autofree char *text = g_strdup_printf ("%" PRId64 ".%02" PRId64, amount / 100, amount % 100);

  credit_carry_in (walk->f, place, FIRST_YEAR + year, text);
  walk->held[place][year] += amount;
}

/* Oldest first, of each year whole credits, and even ones where two become one. */
static gboolean
choose (const Walk *walk, Offer *offer, gint64 credits)
{
  gint64 step = !is_new (offer->from) && is_new (offer->to) ? 200 : 100;
  gint64 left = credits;

  for (int year = 0; year < YEARS; year++)
    {
      gint64 most = walk->held[offer->from][year] / step * step;

      offer->given[year] = MIN (most, left);
      left -= offer->given[year];
    }
  return credits % step == 0 && left == 0;
}

static void
make_offer (Walk *walk)
{
  Offer offer = { .from = any_place (), .to = any_place (), .offered_on = walk->day };
  gint64 credits = 100 * g_test_rand_int_range (1, 25);
  g_autofree char *text = g_strdup_printf ("%" PRId64, credits / 100);
  const char *refusal = credit_offer (walk->f, offer.from, offer.to, text, "");

  if (offer.from == offer.to)
    {
      g_assert_cmpstr (refusal, ==, "transfer.own-account");
      return;
    }
  if (!choose (walk, &offer, credits))
    {
      g_assert_true (g_str_equal (refusal, "transfer.odd")
                     || g_str_equal (refusal, "transfer.not-held"));
      return;
    }
  g_assert_cmpstr (refusal, ==, "");
  offer.id = fixture_result (walk->f, "transfer");
  for (int year = 0; year < YEARS; year++)
    {
      walk->held[offer.from][year] -= offer.given[year];
      walk->reserved[offer.from][year] += offer.given[year];
    }
  g_array_append_val (walk->offers, offer);
}

/* What is reserved for an offer goes over, or comes back. */
static void
end_offer (Walk *walk, guint place, gboolean over)
{
  const Offer *offer = &g_array_index (walk->offers, Offer, place);

  for (int year = 0; year < YEARS; year++)
    {
      walk->reserved[offer->from][year] -= offer->given[year];
      if (over)
        walk->held[offer->to][year] += worth (offer->given[year], offer->from, offer->to);
      else
        walk->held[offer->from][year] += offer->given[year];
    }
  g_array_remove_index (walk->offers, place);
}

static void
answer (Walk *walk)
{
  static const char *const commands[]
      = { "transfer.accept", "transfer.decline", "transfer.cancel" };
  guint which = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (commands));
  guint place;
  const Offer *offer;

  if (walk->offers->len == 0)
    return;
  place = (guint)g_test_rand_int_range (0, (int)walk->offers->len);
  offer = &g_array_index (walk->offers, Offer, place);
  g_assert_cmpstr (credit_answer (walk->f, which == 2 ? offer->from : offer->to, commands[which],
                                  offer->id),
                   ==, "");
  g_assert_cmpstr (credit_answer (walk->f, offer->to, "transfer.accept", offer->id), ==,
                   "transfer.state");
  walk->n_done[which]++;
  end_offer (walk, place, which == 0);
}

/* Time goes on; after fourteen days an offer is over. */
static void
wait (Walk *walk)
{
  walk->day += g_test_rand_int_range (1, 9);
  set_day (walk);
  credit_run_due (walk->f);
  for (guint i = walk->offers->len; i > 0; i--)
    if (walk->day - g_array_index (walk->offers, Offer, i - 1).offered_on > 14)
      {
        walk->n_done[3]++;
        end_offer (walk, i - 1, FALSE);
      }
}

static void
check (Walk *walk)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (int year = 0; year < YEARS; year++)
      credit_check (walk->f, places[i], FIRST_YEAR + year, walk->held[places[i]][year],
                    walk->reserved[places[i]][year]);
}

static void
test_walk (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_ADMINISTRATOR);
  Walk walk = { .f = f, .offers = g_array_new (FALSE, FALSE, sizeof (Offer)) };
  static void (*const steps[]) (Walk *walk)
      = { carry_in, make_offer, make_offer, make_offer, answer, answer, wait };

  for (int i = 0; i < 12; i++)
    carry_in (&walk);
  for (int i = 0; i < STEPS; i++)
    {
      steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))](&walk);
      check (&walk);
    }
  fixture_verify (f);
  g_test_message ("accepted %u, declined %u, cancelled %u, lapsed %u", walk.n_done[0],
                  walk.n_done[1], walk.n_done[2], walk.n_done[3]);
  g_assert_cmpuint (walk.n_done[0], >, 0);
  g_array_unref (walk.offers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/credit-property/walk", test_walk);
  return g_test_run ();
}
