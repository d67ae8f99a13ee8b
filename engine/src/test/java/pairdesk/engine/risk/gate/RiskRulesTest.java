package pairdesk.engine.risk.gate;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;

class RiskRulesTest {
  private static final List<RiskRules.Layer> LAYERS = RiskRules.of(Limits.DEFAULTS, Fees.STANDARD);

  @Test
  void registersEveryRuleThatThereIs() throws IOException, URISyntaxException {
    Set<String> written = ruleClasses();
    assertFalse(written.isEmpty());
    assertEquals(
        written,
        LAYERS.stream()
            .flatMap(layer -> layer.rules().stream())
            .map(rule -> rule.getClass().getName())
            .collect(toCollection(TreeSet::new)));
  }

  @Test
  void asksEachRuleInTheLayerOfItsPackage() {
    for (RiskRules.Layer layer : LAYERS) {
      for (RiskRule rule : layer.rules()) {
        assertEquals("pairdesk.engine.risk." + layer.name(), rule.getClass().getPackageName());
      }
    }
  }

  @Test
  void namesEachRuleOnce() {
    var names = new HashSet<String>();
    LAYERS.stream()
        .flatMap(layer -> layer.rules().stream())
        .forEach(rule -> assertEquals(true, names.add(rule.name()), rule.name()));
  }

  private static Set<String> ruleClasses() throws IOException, URISyntaxException {
    Path classes =
        Path.of(RiskRule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("pairdesk/engine"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith("Rule.class"))
          .map(name -> name.replace('/', '.').substring(0, name.length() - ".class".length()))
          .filter(name -> !name.equals(RiskRule.class.getName()))
          .collect(toCollection(TreeSet::new));
    }
  }
}
