/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview-world.h"

/* What waits for somebody. */
static void
set_up_people (World *self)
{
  self->request = (GramRequestRow){ .state = GRAM_REQUEST_PENDING,
                                    .command = (char *)"account.request-closing",
                                    .act = GRAM_ACT_CLOSING,
                                    .summary = (char *)"Closing",
                                    .prepared_name = (char *)"Oliver Grant",
                                    .lapses_at = NOW + 7 * DAY };
  self->handover = (GramHandoverRow){ .state = GRAM_HANDOVER_PENDING,
                                      .to_name = (char *)"Oliver Grant",
                                      .to_email = (char *)"oliver@example.org",
                                      .offered_by = (char *)"Eleanor Hart",
                                      .lapses_at = NOW + 14 * DAY };
  for (guint i = 0; i < 2; i++)
    self->invitations[i]
        = (GramInvitationRow){ .state = GRAM_INVITATION_PENDING,
                               .email = (char *)(i == 0 ? "nora@example.org" : "lena@example.org"),
                               .lapses_at = NOW + (10 - 8 * (gint64)i) * DAY };
}

/* A year of the CCTS in its trading window, and a payment notice. */
static void
set_up_year (World *self)
{
  self->year = (GramAllowanceYear){ .year = 2025,
                                    .measured = TRUE,
                                    .participant = TRUE,
                                    .member_of = (char *)"",
                                    .window = { { 2026, 10, 1 }, { 2026, 12, 31 } },
                                    .surrender_by = { 2026, 12, 31 },
                                    .window_open = TRUE,
                                    .days_left = 39 };
  self->record = gram_payment_notice_record_new ();
  self->record->year = 2025;
  self->record->number = g_strdup ("PN-2025-0001");
  self->record->due_on = g_strdup ("2026-12-15");
  self->notice = (GramPaymentNoticeRow){ .record = self->record, .left = 570000 };
}

void
world_set_up (World *self)
{
  *self = (World){ 0 };
  self->account = gram_account_record_new ();
  self->account->kind = GRAM_ACCOUNT_CCS_USED;
  self->account->aml = GRAM_AML_VERIFIED;
  self->account->aml_until = g_strdup ("");
  self->measure = gram_measure_record_new ();
  self->measure->reason = g_strdup ("Records of three vehicles are missing");
  self->measure->began_at = NOW;
  self->measure->until = g_strdup ("2027-06-30");
  self->measure->remedy_by = g_strdup ("2026-12-12");
  self->closing = gram_closing_record_new ();
  self->closing->opened_at = NOW;
  self->closing->object_by = g_strdup ("2026-12-01");
  self->application = gram_application_record_new ();
  self->application->submitted_at = NOW;
  self->application->question = g_strdup ("Which bank guarantees the charges?");
  self->detail.account = self->account;
  self->detail.state = GRAM_ACCOUNT_OPEN;
  self->detail.effects[0] = GRAM_EFFECT_ALL;
  self->detail.effects[3] = GRAM_EFFECT_VIEW;
  self->detail.today = (char *)"2026-11-22";
  self->detail.aml = GRAM_AML_VERIFIED;
  self->detail.measures = g_ptr_array_new ();
  self->detail.balances = g_ptr_array_new ();
  set_up_people (self);
  set_up_year (self);
  self->reading = (GramOverviewReading){ .years = g_ptr_array_new (),
                                         .notices = g_ptr_array_new (),
                                         .detail = &self->detail,
                                         .deadlines = g_ptr_array_new (),
                                         .requests = g_ptr_array_new (),
                                         .handovers = g_ptr_array_new (),
                                         .invitations = g_ptr_array_new (),
                                         .email = (char *)"aroha@example.org",
                                         .member = TRUE,
                                         .may_accept = TRUE };
}

void
world_tear_down (World *self)
{
  g_ptr_array_unref (self->reading.deadlines);
  g_ptr_array_unref (self->reading.years);
  g_ptr_array_unref (self->reading.notices);
  gram_payment_notice_record_free (self->record);
  g_ptr_array_unref (self->detail.measures);
  g_ptr_array_unref (self->detail.balances);
  g_ptr_array_unref (self->reading.requests);
  g_ptr_array_unref (self->reading.handovers);
  g_ptr_array_unref (self->reading.invitations);
  gram_account_record_free (self->account);
  gram_measure_record_free (self->measure);
  gram_closing_record_free (self->closing);
  gram_application_record_free (self->application);
}

void
world_add_measure (World *self, GramMeasureKind kind, GramMeasureState state)
{
  self->measure->kind = kind;
  self->measure->state = state;
  g_ptr_array_add (self->detail.measures, self->measure);
}

void
world_suspend (World *self)
{
  self->detail.state = GRAM_ACCOUNT_SUSPENDED;
  world_add_measure (self, GRAM_MEASURE_SUSPENSION, GRAM_MEASURE_IN_FORCE);
}
