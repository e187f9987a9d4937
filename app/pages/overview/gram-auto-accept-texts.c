/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept-texts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  const char *subtitle;
} Text;

static const Text automatically
    = { N_ ("Accept vehicles _automatically"),
        N_ ("As soon as a vehicle at or below its target becomes ready, it is accepted. Vehicles "
            "with a charge, with an open dispute or lacking data wait for a person.") };
static const Text below = { N_ ("Accept vehicles _at or below their target"),
                            N_ ("As soon as they become ready. Vehicles with an open dispute or "
                                "lacking data wait for a person.") };
static const Text above = { N_ ("Accept vehicles a_bove their target"),
                            N_ ("Likewise. They count against the net position of the year.") };
static const Text complete = { N_ ("Accept vehicles _automatically"),
                               N_ ("As soon as a complete vehicle becomes ready, it is accepted") };

static gboolean
is_fleet_average (GramAccountKind kind, GramChargeScheme scheme)
{
  return kind != GRAM_ACCOUNT_CCTS && scheme == GRAM_CHARGE_SCHEME_FLEET_AVERAGE;
}

const char *
gram_auto_accept_text (GramAccountKind kind,
                       GramChargeScheme scheme,
                       GramAutoAccept flag,
                       const char **subtitle)
{
  gboolean fleet_average = is_fleet_average (kind, scheme);
  const Text *text = NULL;

  if (flag == GRAM_AUTO_ACCEPT_CHARGE)
    text = fleet_average ? &above : NULL;
  else if (kind == GRAM_ACCOUNT_CCTS)
    text = &complete;
  else
    text = fleet_average ? &below : &automatically;

  if (subtitle != NULL)
    *subtitle = text != NULL ? _ (text->subtitle) : NULL;

  return text != NULL ? _ (text->title) : NULL;
}

const char *
gram_auto_accept_state (GramAccountKind kind, GramChargeScheme scheme, guint switches)
{
  if (switches == GRAM_AUTO_ACCEPT_OFF)
    return _ ("Off");
  if (!is_fleet_average (kind, scheme)
      || switches == (GRAM_AUTO_ACCEPT_CREDIT | GRAM_AUTO_ACCEPT_CHARGE))
    return _ ("On");

  return (switches & GRAM_AUTO_ACCEPT_CREDIT) != 0 ? _ ("On for vehicles at or below their target")
                                                   : _ ("On for vehicles above their target");
}
