/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-ccs-rows.h"
#include "gramctl-list.h"

#include <glib/gi18n-lib.h>

/* Transfers as a question about rows has them. */
static GPtrArray *
ask_transfers (GramRegistry *registry,
               GramActor *actor,
               const gint64 *ids,
               guint n_ids,
               GramRefusal **refusal,
               GError **error)
{
  return gram_registry_credit_transfer_rows (registry, actor, 0, ids, n_ids, refusal, error);
}

GramctlExit
gramctl_list_charges (Gramctl *self)
{
  static const char *const orders[] = { "arisen", "due", "outstanding", "amount", NULL };
  GramChargeQuery query = { .search = self->search };
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int order = GRAM_CHARGE_ORDER_ARISEN;
  int state = 0;
  int kind = 0;

  if (!gramctl_read_account_year (self, &query.account_id, &query.year, &exit)
      || !gramctl_read_word (self, "state", "charge-state", &state, &exit)
      || !gramctl_read_word (self, "kind", "charge-kind", &kind, &exit)
      || !gramctl_read_order (self, orders, &order, &query.descending, &exit))
    return exit;
  query.states = (guint)state;
  query.kinds = (guint)kind;
  query.order = (GramChargeOrder)order;
  ids = gram_registry_charge_ids (self->registry, self->actor, &query, (guint)self->limit, &refusal,
                                  &error);
  return gramctl_print_ids (self, ids, gram_registry_charge_rows,
                            (GramctlFill)gramctl_row_fill_charge, refusal, error);
}

GramctlExit
gramctl_list_payments (Gramctl *self)
{
  static const char *const orders[] = { "recorded", "paid", "amount", NULL };
  GramPaymentQuery query = { .search = self->search };
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int order = GRAM_PAYMENT_ORDER_RECORDED;
  int kind = 0;
  int year;

  if (!gramctl_read_account_year (self, &query.account_id, &year, &exit)
      || !gramctl_read_word (self, "kind", "payment-kind", &kind, &exit)
      || !gramctl_read_order (self, orders, &order, &query.descending, &exit))
    return exit;
  query.kinds = (guint)kind;
  query.order = (GramPaymentOrder)order;
  ids = gram_registry_payment_ids (self->registry, self->actor, &query, (guint)self->limit,
                                   &refusal, &error);
  return gramctl_print_ids (self, ids, gram_registry_payment_rows,
                            (GramctlFill)gramctl_row_fill_payment, refusal, error);
}

/* One of the lists of the credits of an account. */
static GramctlExit
list_of_credits (Gramctl *self, gsize offset, GramctlFill fill)
{
  g_autoptr (GramCredits) credits = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!gramctl_read_one_account (self, &account_id, &year, &exit))
    return exit;
  credits = gram_registry_credits (self->registry, self->actor, account_id, &refusal, &error);
  return gramctl_print_all (self,
                            credits != NULL ? G_STRUCT_MEMBER (GPtrArray *, credits, offset) : NULL,
                            fill, refusal, error);
}

GramctlExit
gramctl_list_credits (Gramctl *self)
{
  return list_of_credits (self, G_STRUCT_OFFSET (GramCredits, years),
                          (GramctlFill)gramctl_row_fill_credit_year);
}

GramctlExit
gramctl_list_credit_lapses (Gramctl *self)
{
  return list_of_credits (self, G_STRUCT_OFFSET (GramCredits, lapses),
                          (GramctlFill)gramctl_row_fill_credit_lapse);
}

/* Only those that the account gives, or only those that it gets. */
static gboolean
read_direction (Gramctl *self, GramCreditTransferQuery *query, GramctlExit *exit)
{
  const char *word = gramctl_get_where (self, "direction");

  query->sent = g_strcmp0 (word, "out") == 0;
  query->received = g_strcmp0 (word, "in") == 0;
  if (word == NULL || ((query->sent || query->received) && query->account_id != 0))
    return TRUE;
  *exit = gramctl_usage (_ ("write --where direction=out or =in, with --where account=NUMBER"));
  return FALSE;
}

GramctlExit
gramctl_list_transfers (Gramctl *self)
{
  static const char *const orders[]
      = { "offered", "credits", "lapses", "sender", "receiver", "state", NULL };
  GramCreditTransferQuery query = { .search = self->search };
  g_autoptr (GArray) ids = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  int order = GRAM_CREDIT_TRANSFER_ORDER_OFFERED;
  int state = 0;
  int year;

  if (!gramctl_read_account_year (self, &query.account_id, &year, &exit)
      || !gramctl_read_word (self, "state", "credit-transfer-state", &state, &exit)
      || !read_direction (self, &query, &exit)
      || !gramctl_read_order (self, orders, &order, &query.descending, &exit))
    return exit;
  query.states = (guint)state;
  query.order = (GramCreditTransferOrder)order;
  ids = gram_registry_credit_transfer_ids (self->registry, self->actor, &query, (guint)self->limit,
                                           &refusal, &error);
  return gramctl_print_ids (self, ids, ask_transfers, (GramctlFill)gramctl_row_fill_transfer,
                            refusal, error);
}

GramctlExit
gramctl_list_fleet_years (Gramctl *self)
{
  return gramctl_list_account_years (self, gram_registry_fleet_years,
                                     (GramctlFill)gramctl_row_fill_fleet_year);
}

GramctlExit
gramctl_list_borrowings (Gramctl *self)
{
  g_autoptr (GPtrArray) borrowings = NULL;
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramctlExit exit;
  gint64 account_id;
  int year;

  if (!gramctl_read_account_year (self, &account_id, &year, &exit))
    return exit;
  borrowings = gram_registry_borrowings (self->registry, self->actor, account_id, &refusal, &error);
  return gramctl_print_all (self, borrowings, (GramctlFill)gramctl_row_fill_borrowing, refusal,
                            error);
}
