/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session-fixture.h"

G_BEGIN_DECLS

#define AROHA "aroha@example.org"
#define WIREMU "wiremu@example.org"

/* Ngaire keeps the registry of an administrator; Aroha has two accounts there and is signed in, Wiremu has a third. */
typedef struct
{
  Fixture base;
  GramSession *aroha;
  char *harbour;  /* Aroha's, with ZVW30-1234567 and …568 */
  char *quayside; /* Aroha's, with …569 and …571 */
  char *northern; /* Wiremu's, with …570 */
} Cases;

void cases_set_up (Cases *self, gconstpointer data);
void cases_tear_down (Cases *self, gconstpointer data);

/* Another session, for whom it is. */
GramSession *cases_sign_in (Cases *self, const char *email);

/* Disputes the CO₂ value of one vehicle; answers the number of the case. */
gint64 cases_dispute (GramSession *session, const char *account, const char *chassis);

/* Ngaire claims a case. */
void cases_claim (Cases *self, gint64 case_id);

/* Ngaire asks the holder for information about a case that she has claimed. */
void cases_ask (Cases *self, const char *account, gint64 case_id);

G_END_DECLS
