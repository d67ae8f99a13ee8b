package pairdesk.bot.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.review.Actions;
import pairdesk.bot.scene.Scene;

/** Nobody forgets the line in {@link Commands} or {@link Actions}. */
class RegisteredTest {

  @Test
  @Tag("fault:Q5")
  void everyCommandAndActionIsRegistered() {
    try (var scene = new Scene()) {
      var registered =
          Stream.concat(
              Commands.all(scene.desk, scene.matches, scene.messages, Scene.PLACES).stream(),
              Actions.all(scene.desk, scene.messages, Scene.PLACES).stream());
      assertEquals(
          implementations(),
          registered.map(o -> o.getClass().getName()).collect(Collectors.toSet()));
    }
  }

  private static Set<String> implementations() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("pairdesk.bot")
            .stream()
            .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(
                c -> c.isAssignableTo(SlashCommand.class) || c.isAssignableTo(ButtonAction.class))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }

  @Test
  void everyDescriptionFitsDiscord() {
    try (var scene = new Scene()) {
      scene.console.specs().forEach(RegisteredTest::check);
      assertTrue(scene.console.specs().size() <= 100);
    }
  }

  private static void check(CommandSpec spec) {
    assertTrue(spec.name().matches("[a-z_]{1,32}"), spec.name());
    assertTrue(spec.description().length() <= 100, spec.name());
    assertTrue(spec.options().size() <= 25, spec.name());
    boolean optional = false;
    for (Option option : spec.options()) {
      assertTrue(option.name().matches("[a-z_]{1,32}"), option.name());
      assertTrue(option.description().length() <= 100, option.name());
      assertTrue(option.choices().size() <= 25, option.name());
      assertTrue(!option.required() || !optional, "required ones come first: " + option.name());
      optional |= !option.required();
    }
  }
}
