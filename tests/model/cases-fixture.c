/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cases-fixture.h"

static void
create_officer (GramSession *session, const char *email, const char *name)
{
  g_autoptr (GVariant) value
      = fixture_must (session, "user.create",
                      "{'email': <'%s'>, 'name': <'%s'>, 'password': <'%s'>, 'role': <'officer'>}",
                      email, name, PASSWORD);

  g_assert_nonnull (value);
}

static char *
open_for (GramSession *session, const char *holder, const char *owner)
{
  g_autoptr (GVariant) value
      = fixture_must (session, "account.open",
                      "{'kind': <'ccs-used'>, 'holder': <'%s'>, 'contact-name': <'Aroha Kingi'>, "
                      "'contact-email': <'%s'>, 'owner': <'%s'>}",
                      holder, owner, owner);
  char *number = NULL;

  g_assert_true (g_variant_lookup (value, "account", "s", &number));
  return number;
}

static void
enter (GramSession *session, const char *account, const char *chassis)
{
  g_autoptr (GVariant) entered = fixture_must (
      session, "vehicle.enter",
      "{'account': <'%s'>, 'chassis': <'%s'>, 'make': <'Toyota'>, 'model': <'Prius'>, "
      "'class': <'MA'>, 'type': <'A'>, 'made-year': <int64 2019>, 'mass-kg': <int64 1360>, "
      "'co2-g-km': <'92.4'>, 'registered-on': <'2026-02-03'>}",
      account, chassis);

  g_assert_nonnull (entered);
}

gint64
cases_dispute (GramSession *session, const char *account, const char *chassis)
{
  g_autoptr (GVariant) value = fixture_must (
      session, "dispute.open",
      "{'account': <'%s'>, 'kind': <'value'>, 'vehicles': <['%s']>, 'field': <'co2'>, "
      "'claimed': <'88.0'>, 'reason': <'The certificate of conformity says 88 g/km'>}",
      account, chassis);
  g_autoptr (GVariant) cases = g_variant_lookup_value (value, "cases", G_VARIANT_TYPE ("ax"));
  gint64 id;

  g_assert_nonnull (cases);
  g_assert_cmpuint (g_variant_n_children (cases), ==, 1);
  g_variant_get_child (cases, 0, "x", &id);
  return id;
}

GramSession *
cases_sign_in (Cases *self, const char *email)
{
  GramSession *session = fixture_open (&self->base);
  g_autofree char *in = fixture_sign_in (session, email, PASSWORD);

  g_assert_cmpstr (in, ==, "");
  return session;
}

void
cases_set_up (Cases *self, gconstpointer data)
{
  fixture_set_up (&self->base, FIXTURE_KIND (GRAM_REGISTRY_ADMINISTRATOR));
  create_officer (self->base.session, AROHA, "Aroha Kingi");
  create_officer (self->base.session, WIREMU, "Wiremu Parata");
  self->harbour = open_for (self->base.session, "Harbour Street Imports Ltd", AROHA);
  self->quayside = open_for (self->base.session, "Quayside Cars Ltd", AROHA);
  self->northern = open_for (self->base.session, "Northern Fleet Ltd", WIREMU);
  enter (self->base.session, self->harbour, "ZVW30-1234567");
  enter (self->base.session, self->harbour, "ZVW30-1234568");
  enter (self->base.session, self->quayside, "ZVW30-1234569");
  enter (self->base.session, self->quayside, "ZVW30-1234571");
  enter (self->base.session, self->northern, "ZVW30-1234570");
  self->aroha = cases_sign_in (self, AROHA);
}

void
cases_tear_down (Cases *self, gconstpointer data)
{
  g_clear_pointer (&self->aroha, fixture_close);
  g_free (self->harbour);
  g_free (self->quayside);
  g_free (self->northern);
  fixture_tear_down (&self->base, data);
}

void
cases_claim (Cases *self, gint64 case_id)
{
  g_autoptr (GVariant) claimed
      = fixture_must (self->base.session, "case.claim", "{'cases': <[int64 %" G_GINT64_FORMAT "]>}",
                      case_id);

  g_assert_nonnull (claimed);
}

void
cases_ask (Cases *self, const char *account, gint64 case_id)
{
  g_autoptr (GVariant) asked = fixture_must (self->base.session, "case.ask",
                                             "{'account': <'%s'>, 'case': <int64 %" G_GINT64_FORMAT
                                             ">, 'text': <'Please send the certificate'>}",
                                             account, case_id);

  g_assert_nonnull (asked);
}
