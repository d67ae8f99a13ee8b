package pairdesk.matching.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Clubs. Full names mean one club anywhere; nicknames and city labels ("Los Angeles C") only once
 * the league is known, because Giants, Kings and Panthers play in several.
 */
final class Teams {
  /** Clubs whose names need no league; they play in several competitions. */
  private static final String ANY_LEAGUE = "soccer";

  private final Lexicon fullNames = new Lexicon();
  private final Map<String, Lexicon> leagues = new HashMap<>();

  static Teams load() {
    Teams teams = new Teams();
    JsonNode leagues = Resources.read("teams.json").path("leagues");
    leagues.properties().forEach(league -> teams.addLeague(league.getKey(), league.getValue()));
    return teams;
  }

  private void addLeague(String league, JsonNode clubs) {
    Lexicon names = new Lexicon();
    for (Map.Entry<String, JsonNode> club : clubs.properties()) {
      Tag tag = new Tag(Kind.TEAM, league + ":" + club.getKey());
      String full = club.getValue().get(0).asText();
      String lastWord = full.substring(full.lastIndexOf(' ') + 1);
      for (JsonNode name : club.getValue()) {
        names.add(name.asText(), tag);
        boolean whole = name.asText().indexOf(' ') > 0 && name.asText().endsWith(lastWord);
        if (whole || league.equals(ANY_LEAGUE)) {
          fullNames.add(name.asText(), tag);
        }
      }
    }
    leagues.put(league, names);
  }

  /** The league that these tags speak of, if it is one whose clubs we know. */
  Optional<String> leagueOf(Set<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.kind() == Kind.COMPETITION && leagues.containsKey(tag.id()))
        .map(Tag::id)
        .min(Comparator.naturalOrder());
  }

  /** The competition that a club's name implies; empty for clubs that play in several. */
  static Optional<Tag> competitionOf(Tag team) {
    String league = team.id().substring(0, team.id().indexOf(':'));
    return league.equals(ANY_LEAGUE)
        ? Optional.empty()
        : Optional.of(new Tag(Kind.COMPETITION, league));
  }

  List<Lexicon.Hit> scanFullNames(List<Word> words, BitSet taken) {
    return fullNames.scan(words, taken, Set.of());
  }

  List<Lexicon.Hit> scan(String league, List<Word> words, BitSet taken) {
    Lexicon names = leagues.get(league);
    return names == null
        ? List.of()
        : capitalised(names.scan(words, taken, Set.of()), words, taken);
  }

  /** The league in which a game's two bare names both play, when only one has both. */
  Optional<String> leagueOfGame(List<Word> words, BitSet taken) {
    List<String> found = new ArrayList<>();
    leagues.forEach((league, names) -> {
      BitSet scratch = (BitSet) taken.clone();
      List<Lexicon.Hit> hits = capitalised(names.scan(words, scratch, Set.of()), words, scratch);
      if (hits.stream().map(Lexicon.Hit::tag).distinct().count() == 2) {
        found.add(league);
      }
    });
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static List<Lexicon.Hit> capitalised(
      List<Lexicon.Hit> hits, List<Word> words, BitSet taken) {
    List<Lexicon.Hit> kept = new ArrayList<>();
    for (Lexicon.Hit hit : hits) {
      Word first = words.get(hit.from());
      if (first.capital() || Character.isDigit(first.text().charAt(0))) {
        kept.add(hit);
      } else {
        taken.clear(hit.from(), hit.to());
      }
    }
    return kept;
  }
}
