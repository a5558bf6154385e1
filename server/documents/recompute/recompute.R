# Recomputes the released numbers from the answers, with nothing but R itself (3.5 or newer):
#
#   Rscript recompute.R            in the folder of the unpacked files
#   Rscript recompute.R FOLDER     from elsewhere
#
# It reads answers.csv, scales.csv, blocks.csv and headline.csv, and prints every number of the release
# with what comes out here. Exit status: 0 when all agree, 1 when one does not.

options(warn = 2, stringsAsFactors = FALSE, scipen = 15)
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "."

# Every cell as the text that it is: no cell is guessed to be a number, a factor or missing.
read_table <- function(name) {
  utils::read.csv(file.path(folder, name), colClasses = "character", na.strings = character(),
    check.names = FALSE, encoding = "UTF-8", fill = FALSE, quote = "\"", comment.char = "")
}

answers <- read_table("answers.csv")
scales <- read_table("scales.csv")
blocks <- read_table("blocks.csv")
headline <- read_table("headline.csv")

# ---- Scoring ------------------------------------------------------------------------------------
# Scores are whole numbers of "units" (0 ... units_top), so that ties and zeros are exact.

# Rating: the mean of the answered items, when enough of them are answered (by default half of them).
# Cells that are no number ("no-opportunity", "~cannot-answer", empty) are not answered.
score_rating <- function(rule) {
  sums <- numeric(nrow(answers))
  answered <- numeric(nrow(answers))
  lowest <- as.numeric(rule$minimum[1])
  highest <- as.numeric(rule$maximum[1])
  for (row in seq_len(nrow(rule))) {
    cells <- answers[[rule$item[row]]]
    is_number <- grepl("^-?[0-9]+$", cells)
    value <- rep(NA_real_, length(cells))
    value[is_number] <- as.numeric(cells[is_number])
    if (rule$reversed[row] == "yes") value <- lowest + highest - value
    sums <- sums + ifelse(is_number, value - lowest, 0)
    answered <- answered + is_number
  }
  has_score <- answered >= as.numeric(rule$minimum_answered[1])
  units <- sums * as.numeric(rule$units_per_step[1]) / pmax(answered, 1)
  ifelse(has_score, round(units), NA)
}

# Knowledge: points for right answers; one left empty earns none, one never shown leaves no score.
score_knowledge <- function(rule) {
  units <- numeric(nrow(answers))
  for (row in seq_len(nrow(rule))) {
    cells <- answers[[rule$item[row]]]
    points <- ifelse(cells == rule$correct[row], as.numeric(rule$points[row]), 0)
    points[cells %in% c("~not-asked", "~not-reached")] <- NA
    units <- units + points
  }
  units
}

score_scale <- function(rule) {
  if (rule$kind[1] == "knowledge") score_knowledge(rule) else score_rating(rule)
}

# ---- Pairs --------------------------------------------------------------------------------------

# One row a person with a score in both waves: place, units before, units after.
pairs_of <- function(units) {
  has_score <- !is.na(units)
  wave <- function(name) {
    chosen <- has_score & answers$wave == name
    data.frame(pair = answers$pair[chosen], place = answers$locality[chosen], units = units[chosen])
  }
  both <- merge(wave("before"), wave("after"), by = c("pair", "place"),
    suffixes = c("_before", "_after"))
  data.frame(place = both$place, before = both$units_before, after = both$units_after)
}

# Whether people gained differently enough for a range: not when all, or all but one, gained alike.
is_different <- function(gains, answer_step) {
  if (length(gains) < 2) return(FALSE)
  for (odd in c(min(gains), max(gains))) {
    others <- gains[-match(odd, gains)]
    spread <- length(others) * sum(others^2) - sum(others)^2
    if (spread <= 2 * answer_step^2 * length(others)) return(FALSE)
  }
  TRUE
}

# 95 % t interval of the mean gain. In a total the variance is pooled within blocks of localities.
interval_of <- function(people, block, top, answer_step) {
  gains <- people$after - people$before
  groups <- Filter(function(group) is_different(group, answer_step), split(gains, block))
  within <- sum(vapply(groups, function(group) sum((group - mean(group))^2), 0))
  df <- sum(lengths(groups)) - length(groups)
  if (df < 1 || within == 0) return(c(NA, NA))
  error <- 100 / top * sqrt(within / df) / sqrt(length(gains))
  100 * mean(gains) / top + c(-1, 1) * qt(0.975, df) * error
}

# ---- Figures ------------------------------------------------------------------------------------

figures_of <- function(people, block, top, answer_step) {
  gains <- people$after - people$before
  interval <- interval_of(people, block, top, answer_step)
  points <- function(units) 100 * sum(units) / (length(units) * top)
  c(pairs = nrow(people),
    mean_before = points(people$before), mean_after = points(people$after),
    mean_gain = points(gains), sd_gain = 100 * stats::sd(gains) / top,
    interval_low = interval[1], interval_high = interval[2],
    higher = sum(gains > 0), same = sum(gains == 0), lower = sum(gains < 0),
    at_top_before = sum(people$before == top))
}

scale_figures <- function(key) {
  rule <- scales[scales$scale == key, ]
  top <- as.numeric(rule$units_top[1])
  answer_step <- as.numeric(rule$units_of_one_answer_step[1])
  people <- pairs_of(score_scale(rule))
  added <- blocks[blocks$scale == key, ]
  total <- people[people$place %in% added$locality, ]
  block_of <- added$block[match(total$place, added$locality)]
  places <- unique(headline$place[headline$scale == key & headline$place != "*"])
  own <- lapply(places, function(place) {
    here <- people[people$place == place, ]
    figures_of(here, rep("1", nrow(here)), top, answer_step)
  })
  names(own) <- places
  c(list("*" = figures_of(total, block_of, top, answer_step)), own)
}

participation_figures <- function(place) {
  here <- if (place == "*") answers else answers[answers$locality == place, ]
  who <- function(wave) here$pair[here$wave == wave]
  both <- length(intersect(who("before"), who("after")))
  c(answered_before = length(who("before")), answered_after = length(who("after")),
    answered_both = both, before_only = length(who("before")) - both,
    after_only = length(who("after")) - both, answered_followup = length(who("followup")))
}

places <- unique(headline$place[headline$scale == ""])
participation <- lapply(places, participation_figures)
names(participation) <- places
computed <- list(participation)
names(computed) <- "(participation)"
for (key in unique(scales$scale)) computed[[key]] <- scale_figures(key)

# ---- Comparison ---------------------------------------------------------------------------------

# A released number is the exact one rounded: it may lie half of its last digit away, and no more.
is_equal <- function(released, value, decimals) {
  is.finite(value) && abs(released - value) <= 0.5 * 10^-decimals + 1e-9
}

verdicts <- character(nrow(headline))
for (row in seq_len(nrow(headline))) {
  one <- headline[row, ]
  key <- if (one$scale == "") "(participation)" else one$scale
  where <- sprintf("%-16s %-16s %-18s", key, if (one$place == "*") "(all)" else one$place, one$figure)
  if (one$state == "withheld") {
    verdicts[row] <- "withheld"
    cat(sprintf("%s withheld: %s\n", where, one$reason))
    next
  }
  decimals <- as.numeric(one$decimals)
  released <- as.numeric(one$released)
  value <- unname(computed[[key]][[one$place]][one$figure])
  verdicts[row] <-
    if (one$state == "changed") "changed"
    else if (is_equal(released, value, decimals)) "equal"
    else "DIFFERENT"
  cat(sprintf("%s released %8.*f  computed %12.6f  %s\n", where, decimals, released, value,
    verdicts[row]))
}

# Standard deviations are computed but were never released as such: shown for those who check further.
cat("\nStandard deviation of gains, where a mean gain was released:\n")
for (row in which(headline$figure == "mean_gain" & headline$state == "released")) {
  one <- headline[row, ]
  cat(sprintf("%-16s %-16s %10.4f\n", one$scale, if (one$place == "*") "(all)" else one$place,
    computed[[one$scale]][[one$place]]["sd_gain"]))
}

count <- function(verdict) sum(verdicts == verdict)
cat(sprintf("\n%d equal, %d different, %d changed since the release (not compared), %d withheld\n",
  count("equal"), count("DIFFERENT"), count("changed"), count("withheld")))
if (count("DIFFERENT") > 0) quit(status = 1)
if (count("equal") == 0) cat("Nothing could be compared.\n")
