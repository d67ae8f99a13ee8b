package pairdesk.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The arrows of the design: who may know whom. */
@AnalyzeClasses(packages = "pairdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ENGINE_IMPORTS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("pairdesk.engine..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("pairdesk.engine..", "java..", "org.slf4j..", "org.jspecify..");

  @ArchTest
  static final ArchRule MATCHING_IMPORTS_ENGINE_ONLY =
      noClasses()
          .that()
          .resideInAPackage("pairdesk.matching..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "pairdesk.venues..",
              "pairdesk.persistence..",
              "pairdesk.sandbox..",
              "pairdesk.bot..",
              "okhttp3..");

  @ArchTest
  static final ArchRule VENUES_IMPORT_ENGINE_ONLY =
      noClasses()
          .that()
          .resideInAPackage("pairdesk.venues..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "pairdesk.matching..",
              "pairdesk.persistence..",
              "pairdesk.sandbox..",
              "pairdesk.bot..");

  @ArchTest
  static final ArchRule ONE_VENUE_DOES_NOT_KNOW_ANOTHER =
      slices().matching("pairdesk.venues.(kalshi|polymarket)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule THE_SANDBOX_IS_A_SECOND_OPINION =
      noClasses()
          .that()
          .resideInAPackage("pairdesk.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "pairdesk.venues..",
              "pairdesk.matching..",
              "pairdesk.persistence..",
              "pairdesk.bot..",
              "pairdesk.engine.book..",
              "pairdesk.engine.opportunity..",
              "pairdesk.engine.portfolio..",
              "pairdesk.engine.risk..",
              "pairdesk.engine.execution..",
              "pairdesk.engine.loop..");

  @ArchTest
  static final ArchRule DISCORDS_LIBRARY_STAYS_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("pairdesk.bot.discord..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.dv8tion..");

  @ArchTest
  static final ArchRule GENERATED_TABLES_STAY_IN_PERSISTENCE =
      noClasses()
          .that()
          .resideOutsideOfPackage("pairdesk.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("pairdesk.persistence.schema..", "org.jooq..");

  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_ENGINE =
      slices().matching("pairdesk.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_BOT =
      slices().matching("pairdesk.bot.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CLOCK_AND_NO_CHANCE_IN_PLACE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "pairdesk.engine..",
              "pairdesk.matching..",
              "pairdesk.venues..",
              "pairdesk.persistence..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  @ArchTag("fault:M1")
  static final ArchRule NO_FLOATING_POINT_IN_THE_ENGINE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("pairdesk.engine..")
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class);

  @ArchTest
  static final ArchRule ONLY_THE_GATE_APPROVES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "pairdesk.engine.risk..", "pairdesk.engine.order..", "pairdesk.persistence..")
          .should()
          .callConstructor(
              pairdesk.engine.order.Approval.class,
              String.class,
              long.class,
              pairdesk.engine.money.Usd.class,
              Instant.class);

  @ArchTest
  static final ArchRule EVERY_COMMAND_IS_A_FILE_OF_ITS_OWN =
      classes()
          .that()
          .implement(pairdesk.bot.console.SlashCommand.class)
          .should()
          .resideInAPackage("pairdesk.bot.command")
          .andShould()
          .haveSimpleNameEndingWith("Command");
}
