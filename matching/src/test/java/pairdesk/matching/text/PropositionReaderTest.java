package pairdesk.matching.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pairdesk.matching.Listings;

class PropositionReaderTest {
  private static final PropositionReader READER = new PropositionReader(Vocabulary.load());

  @Test
  void letsTheLeagueDecideWhatACityMeans() {
    assertEquals(
        Set.of(tag(Kind.TEAM, "nba:lal")),
        kalshi("KXNBA-26-LAL", "Los Angeles L").stated(Kind.TEAM));
    assertEquals(
        Set.of(tag(Kind.TEAM, "wnba:la")), kalshi("KXWNBA-25-LA", "Los Angeles").stated(Kind.TEAM));
    assertEquals(
        Set.of(tag(Kind.TEAM, "nhl:la")), kalshi("KXNHL-26-LA", "Los Angeles").stated(Kind.TEAM));
  }

  @Test
  void readsAGameFromCityNamesAndTicker() {
    Proposition game =
        READER.read(Listings.kalshi("KXNBAGAME-26JAN11MILDEN-MIL", "Milwaukee at Denver", "", ""));
    Proposition.Game sides = game.shape().game().orElseThrow();
    assertEquals(Set.of("TEAM:nba:mil"), sides.sides().get(0));
    assertEquals(Set.of("TEAM:nba:den"), sides.sides().get(1));
    assertEquals(LocalDate.of(2026, 1, 11), sides.day());
  }

  @Test
  void readsAGameFromNicknamesThatOnlyOneLeagueHas() {
    Proposition game = READER.read(Listings.polymarket("1", "Ducks vs. Golden Knights", ""));
    assertEquals(
        Set.of(tag(Kind.TEAM, "nhl:ana"), tag(Kind.TEAM, "nhl:vgk")),
        game.tags().stated(Kind.TEAM));
    assertEquals(Set.of(tag(Kind.MARKET, "winner")), game.tags().stated(Kind.MARKET));
  }

  @Test
  void takesTheSubjectFromTheRulesWhereTheTitleNamesNobody() {
    Proposition market =
        READER.read(
            Listings.kalshi(
                "KXX-25DEC31-O",
                "Best AI at year end?",
                "",
                "If OpenAI is ranked first on Dec 31, 2025, then the market resolves to Yes."));
    assertEquals(Set.of(tag(Kind.COMPANY, "openai")), market.tags().stated(Kind.COMPANY));
  }

  @Test
  void letsTheOutcomesNameDecideBetweenTwoClubs() {
    Proposition market =
        READER.read(
            Listings.kalshi(
                "KXF1CONSTRUCTORS-25-W",
                "Will Williams Mercedes win the constructors title?",
                "Williams",
                ""));
    assertEquals(Set.of(tag(Kind.TEAM, "f1:williams")), market.tags().stated(Kind.TEAM));
  }

  @Test
  void takesAnotherPersonsSurnameForNobodyFamous() {
    Proposition son = READER.read(Listings.polymarket("1", "Will Hunter Biden be charged?", ""));
    Proposition father = READER.read(Listings.polymarket("2", "Will Biden be charged?", ""));
    assertEquals(Set.of(), son.tags().stated(Kind.PERSON));
    assertEquals(Set.of(tag(Kind.PERSON, "biden")), father.tags().stated(Kind.PERSON));
  }

  @Test
  void readsHostileTextWithoutFailing() {
    String hostile =
        "\u202eWill \u0000 <b> 9999999999999999999 vs. -- 2025-99-99 before of 😀 ".repeat(500);
    Proposition read = READER.read(Listings.kalshi("KX", hostile, hostile, hostile));
    assertTrue(read.wording().headline().size() < Words.LIMIT);
  }

  private static Tags kalshi(String ticker, String city) {
    return READER
        .read(Listings.kalshi(ticker, "Will " + city + " win the title?", city, ""))
        .tags();
  }

  private static Tag tag(Kind kind, String id) {
    return new Tag(kind, id);
  }
}
