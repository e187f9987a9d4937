/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"

G_BEGIN_DECLS

/**
 * _gram_date_to_days:
 * @date: a valid date
 *
 * Returns: days from 1970-01-01 to @date
 */
gint64 _gram_date_to_days (GramDate date);

/**
 * _gram_date_from_days:
 * @days: days since 1970-01-01
 *
 * Returns: the date, %GRAM_DATE_NONE outside the years 1 to 9999
 */
GramDate _gram_date_from_days (gint64 days);

/**
 * _gram_zone_load:
 * @zone: a zone
 * @use_database: %FALSE: the built-in rules only
 *
 * Returns: (transfer full): the zone
 */
GTimeZone *_gram_zone_load (GramZone zone, gboolean use_database);

/**
 * _gram_date_at:
 * @utc_us: UTC microseconds
 * @rules: a zone
 *
 * Returns: the local day
 */
GramDate _gram_date_at (gint64 utc_us, GTimeZone *rules);

G_END_DECLS
