-- What gouji compare must come to, reckoned from an output's CSV files by hand-written SQL alone. Shares nothing with src/.
CREATE TABLE term (indicator VARCHAR, kind VARCHAR, part VARCHAR, tbl VARCHAR, "row" VARCHAR, col VARCHAR, edition VARCHAR);
INSERT INTO term VALUES
  ('new_received', 'count', 'of', 'applications', 'new_received', 'total', NULL),
  ('new_received_growth', 'growth', 'of', 'applications', 'new_received', 'total', NULL),
  ('handled', 'count', 'of', 'applications', 'handled_total', 'total', NULL),
  ('carried_out', 'count', 'of', 'applications', 'carried_out', 'total', NULL),
  ('backlog_share', 'share', 'of', 'applications', 'carried_out', 'total', NULL),
  ('backlog_share', 'share', 'outOf', 'applications', 'new_received', 'total', NULL),
  ('backlog_share', 'share', 'outOf', 'applications', 'carried_in', 'total', NULL),
  ('granted_share', 'share', 'of', 'applications', 'granted', 'total', NULL),
  ('granted_or_partial_share', 'share', 'of', 'applications', 'granted', 'total', NULL),
  ('granted_or_partial_share', 'share', 'of', 'applications', 'partial', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_1_state_secret', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_2_law_prohibits', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_3_three_securities', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_4_third_party', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_5_internal', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_6_process', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_7_enforcement_file', 'total', NULL),
  ('denied_share', 'share', 'of', 'applications', 'denied_8_admin_query', 'total', NULL),
  ('unable_share', 'share', 'of', 'applications', 'unable_1_not_held', 'total', NULL),
  ('unable_share', 'share', 'of', 'applications', 'unable_2_needs_creation', 'total', NULL),
  ('unable_share', 'share', 'of', 'applications', 'unable_3_unclear_after_correction', 'total', NULL),
  ('not_processed_share', 'share', 'of', 'applications', 'notproc_1_petition', 'total', NULL),
  ('not_processed_share', 'share', 'of', 'applications', 'notproc_2_repeat', 'total', NULL),
  ('not_processed_share', 'share', 'of', 'applications', 'notproc_3_publication', 'total', NULL),
  ('not_processed_share', 'share', 'of', 'applications', 'notproc_4_excessive', 'total', NULL),
  ('not_processed_share', 'share', 'of', 'applications', 'notproc_5_confirm', 'total', NULL),
  -- The form of 2019 does not divide the other results.
  ('other_share', 'share', 'of', 'applications', 'other_total', 'total', '2019'),
  ('other_share', 'share', 'of', 'applications', 'other_1_no_correction', 'total', '2021'),
  ('other_share', 'share', 'of', 'applications', 'other_2_fee_unpaid', 'total', '2021'),
  ('other_share', 'share', 'of', 'applications', 'other_3_other', 'total', '2021'),
  ('natural_person_share', 'share', 'of', 'applications', 'new_received', 'natural_person', NULL),
  ('business_share', 'share', 'of', 'applications', 'new_received', 'business', NULL),
  ('legal_service_share', 'share', 'of', 'applications', 'new_received', 'legal_service', NULL),
  ('reviews', 'count', 'of', 'reviews', 'review', 'total', NULL),
  ('review_corrected_share', 'share', 'of', 'reviews', 'review', 'corrected', NULL),
  ('review_corrected_share', 'share', 'outOf', 'reviews', 'review', 'upheld', NULL),
  ('review_corrected_share', 'share', 'outOf', 'reviews', 'review', 'corrected', NULL),
  ('review_corrected_share', 'share', 'outOf', 'reviews', 'review', 'other', NULL),
  ('litigation', 'count', 'of', 'reviews', 'litigation_direct', 'total', NULL),
  ('litigation', 'count', 'of', 'reviews', 'litigation_after_review', 'total', NULL),
  ('disputes_per_request', 'ratio', 'of', 'reviews', 'review', 'total', NULL),
  ('disputes_per_request', 'ratio', 'of', 'reviews', 'litigation_direct', 'total', NULL),
  ('disputes_per_request', 'ratio', 'of', 'reviews', 'litigation_after_review', 'total', NULL),
  -- What was made in 2019 is nearly what was issued later; decisions are counted nearly alike; the rest is asked for since 2021.
  ('normative_made', 'count', 'of', 'disclosure', 'normative_documents', 'new_made', '2019'),
  ('normative_made', 'count', 'of', 'disclosure', 'normative_documents', 'made', '2021'),
  ('licensing_decisions', 'count', 'of', 'disclosure', 'licensing', 'decisions', NULL),
  ('penalty_decisions', 'count', 'of', 'disclosure', 'penalty', 'decisions', NULL),
  ('normative_valid', 'count', 'of', 'disclosure', 'normative_documents', 'valid', '2021'),
  ('fees_amount', 'count', 'of', 'disclosure', 'fees', 'amount', '2021'),
  -- Only the form of 2014 tells channels.
  ('channel_online_share', 'share', 'of', 'statistics', 'req_online', 'count', '2014'),
  ('channel_online_share', 'share', 'outOf', 'statistics', 'req_received', 'count', '2014'),
  ('channel_in_person_share', 'share', 'of', 'statistics', 'req_inperson', 'count', '2014'),
  ('channel_in_person_share', 'share', 'outOf', 'statistics', 'req_received', 'count', '2014');
CREATE TABLE near (indicator VARCHAR);
INSERT INTO near VALUES ('normative_made'), ('licensing_decisions'), ('penalty_decisions');
INSERT INTO term
  SELECT indicator, 'share', 'outOf', 'applications', 'new_received', 'total', NULL
  FROM (VALUES ('natural_person_share'), ('business_share'), ('legal_service_share')) v(indicator);
INSERT INTO term
  SELECT 'litigation_corrected_share', 'share', part, 'reviews', "row", col, NULL
  FROM (VALUES ('litigation_direct'), ('litigation_after_review')) r("row"),
    (VALUES ('of', 'corrected'), ('outOf', 'upheld'), ('outOf', 'corrected'), ('outOf', 'other')) c(part, col);
INSERT INTO term
  SELECT DISTINCT indicator, kind, 'outOf', 'applications', 'handled_total', 'total', NULL
  FROM term WHERE kind IN ('share', 'ratio') AND indicator NOT IN (SELECT indicator FROM term WHERE part = 'outOf');

CREATE TABLE report AS SELECT report_id, agency, year FROM read_csv('$OUTPUT/reports.csv', all_varchar = true);
CREATE TABLE figure AS
  SELECT report_id, edition, "table" AS tbl, "row", "column" AS col, value::DOUBLE AS value, status
  FROM read_csv('$OUTPUT/facts.csv', all_varchar = true);
-- A review sum that fails doubts all of its row; an error that is no sum's doubts the figure that it names.
CREATE TABLE contested AS
  SELECT DISTINCT n.report_id, f.tbl, f."row", f.col
  FROM read_csv('$OUTPUT/findings.csv', all_varchar = true) n
    JOIN (SELECT DISTINCT tbl, "row", col FROM figure) f
      ON f.tbl = n."table" AND f."row" = n."row" AND (n.rule = 'T4.review' OR f.col = n."column");

-- The sums of one report.
CREATE TABLE part AS
  SELECT t.indicator, t.kind, t.part, f.report_id,
    CASE WHEN count(f.value) = count(*) THEN sum(f.value) END AS value,
    bool_or(f.status = 'suspect' OR c.report_id IS NOT NULL) AS is_doubted
  FROM term t JOIN figure f USING (tbl, "row", col) LEFT JOIN contested c USING (report_id, tbl, "row", col)
  WHERE t.edition IS NULL OR t.edition = f.edition
  GROUP BY ALL;
-- A body's years from its first on; growth is divided by the year before.
CREATE TABLE cell AS
  SELECT i.indicator, i.kind, y.year, b.agency, above.value AS num,
    coalesce(below.value, before.value) AS den,
    coalesce(above.is_doubted, false) OR coalesce(below.is_doubted, false) OR coalesce(before.is_doubted, false) AS is_doubted
  FROM (SELECT DISTINCT indicator, kind FROM term) i
    CROSS JOIN (SELECT DISTINCT year FROM report) y
    JOIN (SELECT agency, min(year) AS first FROM report GROUP BY agency) b ON y.year >= b.first
    LEFT JOIN report r ON r.agency = b.agency AND r.year = y.year
    LEFT JOIN report p ON i.kind = 'growth' AND p.agency = b.agency AND p.year::INTEGER = y.year::INTEGER - 1
    LEFT JOIN part above ON above.indicator = i.indicator AND above.part = 'of' AND above.report_id = r.report_id
    LEFT JOIN part below ON below.indicator = i.indicator AND below.part = 'outOf' AND below.report_id = r.report_id
    LEFT JOIN part before ON before.indicator = i.indicator AND before.part = 'of' AND before.report_id = p.report_id;

-- E. B. Wilson, 1927.
CREATE MACRO middle(n, d) AS (n / d + 3.841458820694124 / (2 * d)) / (1 + 3.841458820694124 / d);
CREATE MACRO reach(n, d) AS
  1.959963984540054 / (1 + 3.841458820694124 / d) * sqrt(n / d * (1 - n / d) / d + 3.841458820694124 / (4 * d * d));
CREATE MACRO low(n, d) AS greatest(0, middle(n, d) - reach(n, d));
CREATE MACRO high(n, d) AS least(1, middle(n, d) + reach(n, d));
CREATE TABLE reckoned AS
  SELECT *,
    CASE WHEN num IS NULL OR (kind <> 'count' AND (den IS NULL OR den <= 0)) THEN 'absent'
      WHEN is_doubted OR (kind = 'share' AND num > den) THEN 'doubted'
      WHEN kind <> 'count' AND den < 20 THEN 'small' ELSE 'sound' END AS state,
    CASE WHEN state <> 'absent' THEN
      CASE kind WHEN 'count' THEN num WHEN 'growth' THEN num / den - 1 ELSE num / den END END AS value,
    CASE WHEN state IN ('sound', 'small') THEN
      CASE kind WHEN 'share' THEN low(num, den) WHEN 'count' THEN num
        ELSE low(num, num + den) / (1 - low(num, num + den)) - (CASE kind WHEN 'growth' THEN 1 ELSE 0 END) END END AS low,
    CASE WHEN state IN ('sound', 'small') THEN
      CASE kind WHEN 'share' THEN high(num, den) WHEN 'count' THEN num
        ELSE high(num, num + den) / (1 - high(num, num + den)) - (CASE kind WHEN 'growth' THEN 1 ELSE 0 END) END END AS high
  FROM cell;
-- What compares nearly is ranked among its own: all figures of a year are of one form here.
ALTER TABLE reckoned ADD COLUMN basis VARCHAR;
UPDATE reckoned SET basis = CASE WHEN state = 'absent' THEN NULL
  WHEN indicator IN (FROM near) AND year < '2021' THEN '2019' ELSE '2021' END;
CREATE TABLE expected AS
  SELECT r.*, k.rank, k.ranked,
    1 + (SELECT count(*) FROM reckoned o WHERE o.state = 'sound' AND o.indicator = r.indicator AND o.year = r.year AND o.low > r.high) AS best,
    k.ranked - (SELECT count(*) FROM reckoned o WHERE o.state = 'sound' AND o.indicator = r.indicator AND o.year = r.year AND o.high < r.low) AS worst
  FROM reckoned r LEFT JOIN (
    SELECT indicator, year, agency, rank() OVER (PARTITION BY indicator, year ORDER BY round(value, 6) DESC) AS rank,
      count(*) OVER (PARTITION BY indicator, year) AS ranked
    FROM reckoned WHERE state = 'sound') k USING (indicator, year, agency);

CREATE TABLE given AS SELECT * FROM read_csv('$COMPARISON/comparison.csv', all_varchar = true);
CREATE TABLE given_summary AS SELECT * FROM read_csv('$COMPARISON/comparison-summary.csv', all_varchar = true);
CREATE MACRO differ(a, b) AS (a IS NULL) <> (b IS NULL) OR abs(a - b) > 0.0000011;

-- Must be empty: what the comparison has otherwise.
CREATE VIEW wrong_cells AS
  SELECT e.indicator, e.year, e.agency, e.state, g.state AS given_state, e.value, g.value AS given_value, e.rank, g.rank AS given_rank
  FROM expected e FULL JOIN (SELECT * FROM given WHERE indicator IN (SELECT indicator FROM term)) g
    ON g.indicator = e.indicator AND g.year = e.year AND g.bureau = e.agency
  WHERE e.state IS DISTINCT FROM g.state OR e.basis IS DISTINCT FROM g.basis OR differ(e.value, g.value::DOUBLE)
    OR (e.state IN ('sound', 'small') AND e.kind <> 'count' AND (differ(e.low, g.low::DOUBLE) OR differ(e.high, g.high::DOUBLE)))
    OR e.rank IS DISTINCT FROM g.rank::BIGINT
    OR (e.state = 'sound' AND (e.best IS DISTINCT FROM g.rank_best::BIGINT OR e.worst IS DISTINCT FROM g.rank_worst::BIGINT
      OR e.ranked IS DISTINCT FROM g.ranked::BIGINT));
CREATE VIEW wrong_summaries AS
  WITH s AS (
    SELECT indicator, kind, year, count(*) FILTER (state = 'sound') AS sound, count(*) FILTER (state = 'small') AS small,
      count(*) FILTER (state = 'doubted') AS doubted, count(*) FILTER (state = 'absent') AS absent,
      min(value) FILTER (state = 'sound') AS minimum, quantile_cont(value, 0.25) FILTER (state = 'sound') AS lower,
      median(value) FILTER (state = 'sound') AS median, quantile_cont(value, 0.75) FILTER (state = 'sound') AS upper,
      max(value) FILTER (state = 'sound') AS maximum,
      CASE kind WHEN 'growth' THEN NULL WHEN 'count' THEN sum(num) FILTER (state = 'sound')
        ELSE sum(num) FILTER (state IN ('sound', 'small')) / sum(den) FILTER (state IN ('sound', 'small')) END AS pooled
    FROM expected GROUP BY indicator, kind, year)
  SELECT s.*, g.* FROM s FULL JOIN (SELECT * FROM given_summary WHERE indicator IN (SELECT indicator FROM term)) g
    ON g.indicator = s.indicator AND g.year = s.year
  WHERE s.sound IS DISTINCT FROM g.sound::BIGINT OR s.small <> g.small::BIGINT OR s.doubted <> g.doubted::BIGINT
    OR s.absent <> g.absent::BIGINT OR differ(s.minimum, g.minimum::DOUBLE) OR differ(s.lower, g.lower_quartile::DOUBLE)
    OR differ(s.median, g.median::DOUBLE) OR differ(s.upper, g.upper_quartile::DOUBLE)
    OR differ(s.maximum, g.maximum::DOUBLE) OR differ(s.pooled, g.pooled::DOUBLE);
