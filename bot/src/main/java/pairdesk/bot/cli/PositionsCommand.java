package pairdesk.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import pairdesk.bot.position.Marks;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What is held, pair by pair, and what was. Amounts come from the database; a running desk adds
 * what the shares could be sold for.
 */
@Command(
    name = "positions",
    description =
        "What is held of each pair and each instrument, what of it is locked in or unhedged, what it"
            + " cost and what it has earned.")
final class PositionsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "pair_id",
          "venue",
          "market",
          "outcome",
          "mode",
          "quantity_shares",
          "average_dollars",
          "mark_dollars",
          "cost_dollars",
          "fees_dollars",
          "realised_dollars",
          "unhedged_shares",
          "unhedged_cost_dollars",
          "locked_dollars");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ANSWERED = 200;

  @Mixin private DeskOptions options = new DeskOptions();
  @Mixin private AccountChoice account = new AccountChoice();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = options.settings();
    Optional<RunningDesk.Said> said =
        new RunningDesk(settings.service().healthPort())
            .ask("/marks")
            .filter(answer -> answer.status() == ANSWERED);
    Marks marks = said.isEmpty() ? Marks.NONE : marks(JSON.readTree(said.get().body()));
    return Records.read(
        settings,
        spec,
        records -> {
          Mode mode = account.shown(records, spec);
          return new Shows(options, spec)
              .show(
                  records.reports().positions(mode, marks),
                  new Shows.Table(AccountChoice.none("Nothing is held", mode), true, COLUMNS));
        });
  }

  private static Marks marks(JsonNode rows) {
    var prices = new HashMap<Instrument, Price>();
    for (JsonNode row : rows) {
      var market =
          new MarketId(new VenueId(row.path("venue").asText()), row.path("market").asText());
      prices.put(
          new Instrument(market, Outcome.valueOf(row.path("outcome").asText())),
          Price.parse(row.path("bid_dollars").asText()));
    }
    return new Marks(prices);
  }
}
