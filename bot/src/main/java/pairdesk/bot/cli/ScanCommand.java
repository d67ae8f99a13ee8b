package pairdesk.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import pairdesk.bot.report.Cell;
import pairdesk.bot.report.Column;
import pairdesk.bot.report.Report;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The gaps of now. */
@Command(
    name = "scan",
    description = {
      "What every approved pair would earn on the books of now, fees and allowance counted: looks"
          + " once, changes nothing.",
      "Exit codes: 0 looked; 69 no desk runs that has the books."
    })
final class ScanCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS =
      List.of("pair_id", "title", "cost_dollars", "fees_dollars", "net_dollars", "net_bps");

  @Mixin private DeskOptions options = new DeskOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var desk = new RunningDesk(options.settings().service().healthPort());
    Optional<RunningDesk.Said> said = desk.ask("/gaps");
    if (said.isEmpty()) {
      spec.commandLine().getErr().println(desk.missing() + " Start one with `pairdesk run`.");
      return ExitCodes.UNAVAILABLE;
    }
    JsonNode gaps = JSON.readTree(said.get().body());
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(gaps.toPrettyString());
    } else if (gaps.path("pairs").isEmpty()) {
      out.println("No pair is approved yet.");
    } else {
      out.println("For " + gaps.path("size_shares").asText() + " shares of each leg:");
      new TextTable(new Gaps(gaps), COLUMNS, Ansi.AUTO.enabled()).print(out);
    }
    return ExitCodes.DONE;
  }

  /** The best first; pairs without both books last. */
  private record Gaps(JsonNode gaps) implements Report {
    @Override
    public List<Column> columns() {
      return COLUMNS.stream().map(Column::named).toList();
    }

    @Override
    public void forEach(Consumer<List<Cell>> row) {
      var pairs = new ArrayList<JsonNode>();
      gaps.path("pairs").forEach(pairs::add);
      pairs.sort(
          Comparator.comparingInt(
                  (JsonNode pair) -> pair.path("net_edge_bps").asInt(Integer.MIN_VALUE))
              .reversed());
      pairs.forEach(pair -> row.accept(cells(pair)));
    }

    private static List<Cell> cells(JsonNode pair) {
      return List.of(
          Cell.of(new PairId(pair.path("pair_id").asLong())),
          Cell.of(pair.path("title").asText()),
          dollars(pair.path("cost_dollars")),
          dollars(pair.path("fees_dollars")),
          dollars(pair.path("net_edge_dollars")),
          pair.hasNonNull("net_edge_bps")
              ? Cell.of(Ratio.ofBps(pair.path("net_edge_bps").asInt()))
              : Cell.EMPTY);
    }

    private static Cell dollars(JsonNode text) {
      return text.isMissingNode() ? Cell.EMPTY : Cell.of(Usd.parse(text.asText()));
    }
  }
}
