package pairdesk.bot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.app.RecordsProcess;
import pairdesk.bot.render.Shown;
import pairdesk.bot.report.Explanation;
import pairdesk.engine.market.PairId;
import pairdesk.engine.opportunity.OpportunityId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why something was traded or not. */
@Command(
    name = "explain",
    description = {
      "Every rule about one opportunity: its limit now, its number then, and what would have helped.",
      "Exit codes: 0 explained; 1 there is no such opportunity."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int LONGEST = 200;
  private static final Shows.Table TABLE =
      Shows.Table.of("", "layer", "rule", "reply", "limit", "measured");

  @Parameters(
      arity = "0..1",
      paramLabel = "OPPORTUNITY",
      description = "Its id, as /opportunities and `pairdesk export opportunities` show it.")
  private @Nullable String id;

  @Option(names = "--pair", paramLabel = "N", description = "The newest one of this pair instead.")
  private @Nullable Long pair;

  @Mixin private DeskOptions options = new DeskOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((id == null) == (pair == null)) {
      throw new ParameterException(
          spec.commandLine(), "give the id of an opportunity, or --pair with a number");
    }
    if (pair != null && pair < 1) {
      throw new ParameterException(spec.commandLine(), "--pair wants a number, 1 or more");
    }
    return Records.read(options, spec, this::explain);
  }

  private int explain(RecordsProcess records) throws IOException {
    Optional<Explanation> found =
        id == null
            ? Optional.ofNullable(pair).map(PairId::new).flatMap(records::explainLast)
            : records.explain(new OpportunityId(id));
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("There is no such opportunity in the records.");
      return ExitCodes.FAILED;
    }
    Explanation explanation = found.get();
    if (!options.json()) {
      head(explanation);
    }
    int code = new Shows(options, spec).show(explanation.report(), TABLE);
    if (!options.json() && !explanation.wanted().isEmpty()) {
      spec.commandLine().getOut().println("What would have helped: " + explanation.wanted());
    }
    return code;
  }

  private void head(Explanation explanation) {
    var bundle = explanation.opportunity();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Opportunity %s of %s, pair %s, found %s:%n",
        bundle.id(), bundle.strategy(), bundle.pair() == null ? "–" : bundle.pair(), bundle.at());
    bundle
        .legs()
        .forEach(leg ->
            out.printf(
                "  buy %s %s at up to $%s, fee %s%n",
                leg.quantity(),
                Shown.plain(leg.instrument().toString(), LONGEST),
                leg.worst(),
                leg.fee()));
    out.printf(
        "  net %s of %s paid out: %s%n",
        bundle.edge().net(), bundle.edge().payout(), bundle.edge().netRatio());
  }
}
