package pairdesk.matching.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One text, read in the order dates, clubs, phrases, figures; what remains are plain words. */
record Reading(
    List<Term> terms, Set<Tag> tags, DateReader.Found dates, List<Range> ranges, Tone tone) {

  private static final int FIRST_ROUND = 12;

  static Reading of(String text, Surroundings around) {
    Vocabulary vocabulary = around.vocabulary();
    List<Word> words = Words.split(text);
    BitSet taken = new BitSet(words.size());
    DateReader.Found dates = DateReader.read(words, around.dates(), taken);
    List<Lexicon.Hit> hits = new ArrayList<>(vocabulary.teams().scanFullNames(words, taken));
    Set<Tag> known = new LinkedHashSet<>(around.known());
    vocabulary
        .lexicon()
        .scan(words, (BitSet) taken.clone(), around.known())
        .forEach(hit -> known.add(hit.tag()));
    leagueOf(hits, known, words, taken, vocabulary)
        .ifPresent(league -> {
          known.add(new Tag(Kind.COMPETITION, league));
          hits.addAll(vocabulary.teams().scan(league, words, taken));
        });
    hits.addAll(vocabulary.lexicon().scan(words, taken, known));
    List<Range> ranges = NumberReader.read(words, taken);
    Set<Tag> tags = new LinkedHashSet<>();
    hits.forEach(hit -> tags.add(hit.tag()));
    addRank(words, taken, tags, vocabulary);
    List<Term> terms = termsOf(words, taken, hits, vocabulary);
    return new Reading(terms, tags, dates, ranges, Tone.of(words, taken, vocabulary));
  }

  private static Optional<String> leagueOf(
      List<Lexicon.Hit> fullNames,
      Set<Tag> known,
      List<Word> words,
      BitSet taken,
      Vocabulary vocabulary) {
    return vocabulary
        .teams()
        .leagueOf(known)
        .or(() ->
            fullNames.stream()
                .flatMap(hit -> Teams.competitionOf(hit.tag()).stream())
                .map(Tag::id)
                .findFirst())
        .or(() ->
            words.stream().anyMatch(word -> word.text().equals("vs"))
                ? vocabulary.teams().leagueOfGame(words, taken)
                : Optional.empty());
  }

  /** "Second place" and "fourth-hottest" are ranks; "hottest" and "win" alone mean the first. */
  private static void addRank(
      List<Word> words, BitSet taken, Set<Tag> tags, Vocabulary vocabulary) {
    for (int at = 0; at < words.size(); at++) {
      Integer rank = vocabulary.ordinal(words.get(at).text());
      boolean top = words.get(at).text().equals("top") && at + 1 < words.size();
      if (rank != null && rank <= FIRST_ROUND && !taken.get(at)) {
        tags.add(new Tag(Kind.RANK, Integer.toString(rank)));
        taken.set(at);
      } else if (top && words.get(at + 1).isNumber()) {
        tags.add(new Tag(Kind.RANK, "top" + words.get(at + 1).text()));
      } else if (top) {
        Integer many = vocabulary.cardinal(words.get(at + 1).text());
        if (many != null) {
          tags.add(new Tag(Kind.RANK, "top" + many));
        }
      }
    }
    boolean first = tags.stream().anyMatch(Reading::impliesFirst);
    if (first && tags.stream().noneMatch(tag -> tag.kind() == Kind.RANK)) {
      tags.add(new Tag(Kind.RANK, "1"));
    }
  }

  private static boolean impliesFirst(Tag tag) {
    return tag.equals(new Tag(Kind.SUPERLATIVE, "top"))
        || tag.equals(new Tag(Kind.ACTION, "win"))
        || tag.equals(new Tag(Kind.ACTION, "lead"));
  }

  private static List<Term> termsOf(
      List<Word> words, BitSet taken, List<Lexicon.Hit> hits, Vocabulary vocabulary) {
    Map<Integer, List<Lexicon.Hit>> byStart =
        hits.stream().collect(Collectors.groupingBy(Lexicon.Hit::from));
    List<Term> terms = new ArrayList<>();
    int name = 0;
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      if (taken.get(at)) {
        byStart
            .getOrDefault(at, List.of())
            .forEach(hit -> terms.add(new Term(hit.tag().key(), hit.tag(), -1)));
        name++;
      } else if (word.isWord() && !vocabulary.stop(word.text())) {
        terms.add(new Term(word.text(), null, word.capital() ? name : -1));
        name += word.capital() ? 0 : 1;
      } else {
        name++;
      }
    }
    return terms;
  }
}
