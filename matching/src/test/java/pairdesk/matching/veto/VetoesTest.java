package pairdesk.matching.veto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.Listing;
import pairdesk.matching.Listings;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.PairProposal;

/** The kinds of look-alikes that both venues list, and pairs that only look unlike. */
class VetoesTest {
  private static final Matcher MATCHER = new Matcher();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date           | Will Ann Lee resign in 2025?            | Will Ann Lee resign before August 2025?",
        "date           | Bitcoin above 97000 on Feb 12, 2025?    | Bitcoin above $97,000 on February 14, 2025?",
        "date           | Will Ann Lee be top-ranked before 2026? | Will Ann Lee be top-ranked on December 31, 2025?",
        "touch or level | Bitcoin above 110000 on Feb 28, 2025?   | Will Bitcoin reach $110,000 by February 28, 2025?",
        "touch or level | How low will Bitcoin get? below 80000   | Will Bitcoin reach $80,000?",
        "threshold      | Will there be above 160 launches?       | Will there be between 160-179 launches?",
        "rank           | Will 2026 be the hottest year?          | Will 2026 be the fourth-hottest year?",
        "stage          | Will the Boston Celtics win the NBA Finals? | Will the Boston Celtics win the Eastern Conference?",
        "stage          | Will the Boston Bruins win the Stanley Cup Finals? | Will the Boston Bruins win the Presidents' Trophy?",
        "event type     | Will Ann Lee endorse Bob Ray?           | Will Ann Lee drop out?",
        "competition    | Will Ann Lee win Best Actress at the Oscars? | Will Ann Lee win Best Actress at the BAFTAs?",
        "award          | Will Ann Lee win Best Actress?          | Will Ann Lee win Best Supporting Actress?",
        "role order     | Will Ann Lee endorse Bob Ray?           | Will Bob Ray endorse Ann Lee?",
        "subject        | Will Andrew Lee win the mayoral race?   | Will Andrew Young win the mayoral race?",
        "subject        | Will Inter Milan win the cup?           | Will AC Milan win the cup?",
        "season         | Will Ann Lee win the 2025 MVP award?    | Will Ann Lee win the 2026 MVP award?",
        "placeholder    | Will Ann Lee win the mayoral race?      | Will Candidate B win the mayoral race?",
        "outcome        | Will Tie win Best Director?             | Will Ann Lee win Best Director?",
        "market type    | Seattle vs Portland                     | Seattle vs. Portland - Exact Score",
        "office         | Will Ann Lee be the next governor?      | Will Ann Lee be the next mayor?",
        "district       | Will Ann Lee win the race in PA-7?      | Will Ann Lee win the race in PA-8?",
        "country        | Will Ann Lee visit Japan?               | Will Ann Lee visit Peru?",
        "station        | High temperature in Central Park?       | High temperature at LaGuardia?",
        "game           | Seattle vs Portland                     | Denver vs. Portland",
        "game           | Seattle vs Portland Winner?             | Will Seattle win the league?",
        "event type     | Will Ann Lee win the Senate election in Texas? | Will Ann Lee win the Democratic primary for Senate in Texas?",
        "stage          | Who will win the first round of the Peruvian presidential election? Ann Lee | Will Ann Lee win the Peruvian presidential election?",
        "subject        | Will Jair Bolson win the mayoral race?  | Will Flavio Bolson win the mayoral race?",
        "subject        | Will Donald Trump meet Vladimir Putin?  | Will Joe Biden meet Vladimir Putin?",
        "threshold      | Will the Greens win the election?       | Will the Greens win 130+ seats in the election?",
        "game           | Seattle vs Portland                     | Will Seattle make the playoffs?",
        "narrower       | Will 2025 be the hottest year?          | Will any month of 2025 be the hottest?",
        "narrower       | Will Ann Lee and Bob Ray meet in 2025?  | Will Ann Lee and Bob Ray meet next in Peru in 2025?",
        "narrower       | Will Ann Lee meet Bob Ray in 2025?      | Will Ann Lee meet Bob Ray or Cy Dorn first?",
        "narrower       | Will the Greens win the election?       | Will the Greens win the most national list votes in the election?",
        "narrower       | Will Acme have the top AI coding model in 2026? | Will Acme have the best AI model in 2026?",
        "rank           | Will Arsenal finish in the top four of the English Premier League? | Will Arsenal win the English Premier League?",
        "threshold      | GDP growth above 2.0% in Q3 2026?       | GDP growth above -2.0% in Q3 2026?",
        "threshold      | Unemployment above 4.6% in May 2026?    | Unemployment of 4.5% or more in May 2026?",
        "event type     | Will Ann Lee and Bob Ray meet in 2026?  | Will Ann Lee and Bob Ray speak by phone in 2026?",
        "event type     | Will Bob Ray be the next president of Peru? | Will Bob Ray visit Peru?",
        "event type     | Who will be the head of state of Iran? Bob Ray | Will Bob Ray enter Iran?",
        "event type     | SAG Award for Best Actress? Ann Lee     | Ann Lee married in 2025?",
        "game           | Will Liverpool win the Champions League? | Will Liverpool win on 2025-02-23?",
        "event type     | Will there be a recall election for Ann Lee in 2025? | Ann Lee out as governor in 2025?",
      })
  void refusesLookAlikes(String veto, String kalshi, String polymarket) {
    List<String> vetoes = vetoes(kalshi, polymarket);
    assertTrue(vetoes.contains(veto), () -> kalshi + " / " + polymarket + ": " + vetoes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Will Ann Lee resign before Jan 1, 2026?       | Ann Lee resigns in 2025?",
        "Will Ann Lee leave Acme this year?            | Ann Lee out at Acme in 2025?",
        "How high will Bitcoin get this year? Above 149999.99 | Will Bitcoin reach $150,000 by December 31, 2025?",
        "Will Ann Lee be the nominee for Mayor for the Democratic party? | Will Ann Lee win the Democratic Primary for Mayor?",
        "Will the Grünen win the most seats in Germany? | Will The Greens win the most seats in the German election?",
        "Will there be above 24 launches in 2025?      | Will there be 25 or more launches in 2025?",
        "Will Chong Won-o win the mayoral election?    | Will Chong Won-oh win the mayoral election?",
        "Will Ann Lee meet Bob Ray before 2026?        | Will Ann Lee meet Bob Ray?",
        "Will Acme profit in any month of 2025?        | Will Acme be profitable any month in 2025?",
        "Will Bitcoin or gold rise first?              | Bitcoin or gold: which will rise first?",
      })
  void letsPairsPassThatOnlyLookUnlike(String kalshi, String polymarket) {
    assertEquals(List.of(), vetoes(kalshi, polymarket));
  }

  @Test
  void refusesTheSameGameOnAnotherDay() {
    PairProposal pair =
        MATCHER.compare(
            Listings.kalshi(
                "KXNBAGAME-26JAN11PHITOR-PHI", "Philadelphia at Toronto", "Philadelphia", ""),
            Listings.game("1", "nba-phi-tor-2026-01-12", "76ers vs. Raptors", "76ers", "Raptors"));
    assertEquals(List.of("game"), pair.vetoes().stream().map(Objection::veto).toList());
  }

  @Test
  void leavesATitleThatTheRulesCorrectToThePerson() {
    String kalshi = "Will Ann Lee win Best Actress?";
    String rules = "This market will resolve to \"Yes\" if Ann Lee wins Best Actress.";
    PairProposal pair =
        MATCHER.compare(
            Listings.kalshi("KXA-1", kalshi, "", ""),
            Listings.polymarket("1", "Will Ann Lee win Best Actor?", rules));
    assertEquals(List.of(), pair.vetoes());
  }

  @Test
  void tellsTheNextHolderOfAnOfficeFromTheOneAfterTheElection() {
    String title = "Will Ann Lee be the next Prime Minister of Canada?";
    String afterwards =
        "This market will resolve to \"Yes\" if Ann Lee is the next Prime Minister of Canada"
            + " following the election.";
    assertEquals(
        List.of("event type"),
        vetoes(
            Listings.kalshi("KXA-1", title, "", "If Ann Lee is next, it resolves to Yes."),
            Listings.polymarket("1", title, afterwards)));
    assertEquals(
        List.of(),
        vetoes(
            Listings.kalshi("KXA-1", title, "", "If Ann Lee is elected, it resolves to Yes."),
            Listings.polymarket("1", title, afterwards)));
    assertEquals(
        List.of(),
        vetoes(
            Listings.kalshi("KXA-1", title, "", ""), Listings.polymarket("1", title, afterwards)));
  }

  @Test
  void refusesAnotherCompetitionThatOnlyTheRulesName() {
    List<String> vetoes =
        MATCHER
            .compare(
                Listings.kalshi("KXA-1", "Will Liverpool win the Champions League?", "", ""),
                Listings.polymarket(
                    "1",
                    "Will Liverpool win on 2025-02-23?",
                    "This market will resolve to \"Yes\" if Liverpool wins its Premier League game."))
            .vetoes()
            .stream()
            .map(Objection::veto)
            .toList();
    assertTrue(vetoes.contains("competition"), vetoes::toString);
  }

  @Test
  void takesTheSubjectOfAWinnerFromTheRules() {
    Listing race =
        Listings.kalshi(
            "KXA-1",
            "Japanese Grand Prix Winner",
            "",
            "If Ann Lee finishes first in the Japanese Grand Prix, then the market resolves to Yes.");
    PairProposal hers =
        MATCHER.compare(
            race, Listings.polymarket("1", "Will Ann Lee win the Japanese Grand Prix?", ""));
    PairProposal his =
        MATCHER.compare(
            race, Listings.polymarket("1", "Will Bob Ray win the Japanese Grand Prix?", ""));
    assertTrue(hers.score() > 80, hers::toString);
    assertTrue(his.score() < 50, his::toString);
  }

  private static List<String> vetoes(String kalshi, String polymarket) {
    return vetoes(
        Listings.kalshi("KXA-1", kalshi, "", ""), Listings.polymarket("1", polymarket, ""));
  }

  private static List<String> vetoes(Listing kalshi, Listing polymarket) {
    return MATCHER.compare(kalshi, polymarket).vetoes().stream().map(Objection::veto).toList();
  }
}
