/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The questions that pages ask, each as an `_async`/`_finish` pair answered by the session's reader. They concern the
 * session's current account unless they say otherwise. If a `_finish` answers %NULL, exactly one of @refusal and @error
 * is set. One header for each noun; this one has them all.
 */

#include "gram-questions-accounts.h"
#include "gram-questions-cases.h"
#include "gram-questions-disputes.h"
#include "gram-questions-inbox.h"
#include "gram-questions-journal.h"
#include "gram-questions-payment-notices.h"
#include "gram-questions-people.h"
#include "gram-questions-pools.h"
#include "gram-questions-registry.h"
#include "gram-questions-vehicles.h"
#include "gram-questions-years.h"
