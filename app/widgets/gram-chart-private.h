/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-chart.h"

G_BEGIN_DECLS

/* What stands below the column. */
const char *_gram_chart_column_get_label (GramChartColumn *self);

/* Its height: the sum of its parts. */
gint64 _gram_chart_column_get_total (GramChartColumn *self);

G_END_DECLS
