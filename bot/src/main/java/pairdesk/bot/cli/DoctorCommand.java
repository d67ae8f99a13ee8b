package pairdesk.bot.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.Callable;
import pairdesk.bot.app.DoctorProcess;
import pairdesk.bot.doctor.Finding;
import pairdesk.bot.doctor.Finding.Result;
import pairdesk.bot.render.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how everything stands, and what to do about it. */
@Command(
    name = "doctor",
    description = {
      "Looks at settings, keys, clocks, database, fonts and Discord, or at every invariant.",
      "Reads and signs, never trades. Works beside a running desk.",
      "Exit codes: 0 nothing FAILs; 1 something does."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int LONGEST = 400;

  @Option(
      names = "--invariants",
      description = "Look at the invariants I1 to I30 on the rows of the live system instead.")
  private boolean invariants;

  @Option(names = "--json", description = "One JSON array, for scripts.")
  private boolean json;

  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Override
  public Integer call() {
    try (var doctor = new DoctorProcess(DeskOptions.settings(envFile))) {
      List<Finding> findings = invariants ? doctor.invariants() : doctor.installation();
      System.out.println(json ? asJson(findings) : asText(findings));
      boolean fails = findings.stream().anyMatch(one -> one.result() == Result.FAIL);
      return fails ? ExitCodes.FAILED : ExitCodes.DONE;
    }
  }

  private static String asText(List<Finding> findings) {
    var text = new StringBuilder();
    for (Finding one : findings) {
      text.append("%-7s  %s: %s%n".formatted(one.result(), one.subject(), plain(one.text())));
      if (!one.remedy().isEmpty()) {
        text.append("         → %s%n".formatted(one.remedy()));
      }
    }
    return text.append(
            "%d PASS, %d FAIL, %d UNKNOWN"
                .formatted(
                    count(findings, Result.PASS),
                    count(findings, Result.FAIL),
                    count(findings, Result.UNKNOWN)))
        .toString();
  }

  private static String asJson(List<Finding> findings) {
    ArrayNode rows = JsonMapper.builder().build().createArrayNode();
    findings.forEach(one ->
        rows.addObject()
            .put("subject", one.subject())
            .put("result", one.result().name())
            .put("text", plain(one.text()))
            .put("remedy", one.remedy()));
    return rows.toPrettyString();
  }

  private static long count(List<Finding> findings, Result result) {
    return findings.stream().filter(one -> one.result() == result).count();
  }

  private static String plain(String text) {
    return Shown.plain(text, LONGEST);
  }
}
