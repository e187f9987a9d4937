/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

/* What lists of arguments are written with. Included by the files of such lists only. */

#define REQUIRED GRAM_ARGUMENT_REQUIRED
#define OPTIONAL GRAM_ARGUMENT_OPTIONAL
#define SECRET GRAM_ARGUMENT_SECRET

/* Every command on an account names it first. */
#define ACCOUNT { "account", "s", REQUIRED, N_ ("Number of the account") }
#define PERSON { "person", "s", REQUIRED, N_ ("E-mail of the person") }
#define PERMISSIONS                                                                                \
  { "permissions", "as", REQUIRED, N_ ("view, grant, accept, transfer, edit; or a preset of them") }
#define INVITATION { "invitation", "x", REQUIRED, N_ ("Number of the invitation") }
#define REQUEST { "request", "x", REQUIRED, N_ ("Number of the request") }
#define REASON { "reason", "s", REQUIRED, N_ ("Reason, in a sentence") }
/* Of the administrator's decisions: an own registry needs it. */
#define REFERENCE                                                                                  \
  { "reference", "s", OPTIONAL,                                                                    \
    N_ ("Reference of the document that said so; an own registry needs it") }
#define END { NULL, NULL, 0, NULL }
