package pairdesk.bot.command;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.persistence.Pairs;

/** By what pairs are listed: what people look for comes first, what nobody knows last. */
enum PairOrder {
  /** As the database lists them. */
  SCORE,
  EDGE,
  CLOSE,
  PNL;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String[] words() {
    return Arrays.stream(values()).map(PairOrder::word).toArray(String[]::new);
  }

  /** Of one of the words. */
  static PairOrder of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Equal ones stay as they are. */
  List<Pairs.Listed> sorted(List<Pairs.Listed> pairs, PairFigures figures) {
    return switch (this) {
      case SCORE -> pairs;
      case EDGE -> byKnown(pairs, p -> figures.edge(p.pair()), reverseOrder());
      case CLOSE -> byKnown(pairs, p -> figures.closes(p.pair()), naturalOrder());
      case PNL -> byKnown(pairs, p -> Optional.of(figures.earned(p.pair())), reverseOrder());
    };
  }

  private static <T> List<Pairs.Listed> byKnown(
      List<Pairs.Listed> pairs,
      Function<Pairs.Listed, Optional<T>> what,
      Comparator<? super T> order) {
    record Keyed<K>(Pairs.Listed pair, K key) {}
    var unknown = new ArrayList<Pairs.Listed>();
    var known = new ArrayList<Keyed<T>>();
    for (Pairs.Listed pair : pairs) {
      what.apply(pair)
          .ifPresentOrElse(key -> known.add(new Keyed<>(pair, key)), () -> unknown.add(pair));
    }
    return Stream.concat(
            known.stream().sorted(Comparator.comparing(Keyed::key, order)).map(Keyed::pair),
            unknown.stream())
        .toList();
  }
}
