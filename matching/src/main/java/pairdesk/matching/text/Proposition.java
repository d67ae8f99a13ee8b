package pairdesk.matching.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;

/**
 * What a listing asks, read once when it arrives or changes. Immutable; unknown stays empty and is
 * never guessed. Made by {@link PropositionReader}.
 *
 * @param ranges figures that say YES, the most telling first
 */
public record Proposition(
    Listing listing, Wording wording, Tags tags, Timing timing, List<Range> ranges, Shape shape) {

  /**
   * The words left after dates and figures are read.
   *
   * @param headline of title and outcome name, in order
   * @param subject those of the headline that name whom or what it is about
   * @param support keys of the words in subtitle and rules: they may confirm, their absence means
   *     nothing
   */
  public record Wording(List<Term> headline, List<Term> subject, KeySet support) {}

  /**
   * When.
   *
   * @param windows in the headline, or failing that in the rules' condition
   * @param ruled in the rules' condition
   * @param editions years that name an edition: "2025 Oscars", "2025-26" (both years)
   * @param close when trading ends, a weak hint; null when the venue does not say
   */
  public record Timing(
      List<Window> windows, List<Window> ruled, Set<Integer> editions, @Nullable LocalDate close) {
    public Optional<Window> window() {
      return windows.stream().findFirst();
    }
  }

  /**
   * How the question is built.
   *
   * @param negated asks that something does not happen
   * @param stays asks that somebody or something stays as it is
   * @param asksFigure the headline, or the venue's data, compares with a figure
   * @param game the two sides, where the title names a game
   */
  public record Shape(
      boolean negated,
      boolean stays,
      boolean asksFigure,
      Roles roles,
      Outcomes outcomes,
      Optional<Game> game) {}

  /**
   * Who does it to whom, where the verb has a direction ("endorse").
   *
   * @param actors keys of the words before the verb; empty without such a verb
   * @param targets keys of the words after it
   */
  public record Roles(Set<String> actors, Set<String> targets) {}

  /**
   * What the outcomes are called, where they are names and not Yes and No.
   *
   * @param asked keys of the outcome that YES stands for, read from the outcome's name
   * @param yes keys of the first outcome's label
   * @param no keys of the second outcome's label
   */
  public record Outcomes(Set<String> asked, Set<String> yes, Set<String> no) {}

  /**
   * A game between two sides.
   *
   * @param day null when no code or rule gives it
   * @param sides keys of the words of each side, in the title's order
   */
  public record Game(List<Set<String>> sides, @Nullable LocalDate day) {}

  /** Every word that could confirm another side's word. */
  public boolean mentions(String key) {
    return wording.support().contains(key);
  }
}
