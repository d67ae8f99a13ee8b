package pairdesk.bot.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tests that say by a tag which faults they show, read from the sources of all modules. */
final class TaggedTests {
  private static final List<String> MODULES =
      List.of("engine", "matching", "persistence", "venues", "sandbox", "bot");
  private static final Pattern TAG = Pattern.compile("^  @(?:Arch)?Tag\\(\"fault:([A-Z]\\d+)\"\\)");
  private static final Pattern TEST =
      Pattern.compile("^  (?:static final )?(?:void|ArchRule|Stream<\\w+>) (\\w+)");

  private TaggedTests() {}

  /** Fault to {@code Class.method}, in order. */
  static SortedMap<String, Set<String>> ofAllModules() throws IOException {
    var found = new TreeMap<String, Set<String>>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          read(file, found);
        }
      }
    }
    return found;
  }

  private static void read(Path file, SortedMap<String, Set<String>> found) throws IOException {
    String type = file.getFileName().toString().replace(".java", "");
    var waiting = new ArrayList<String>();
    for (String line : Files.readAllLines(file)) {
      Matcher tag = TAG.matcher(line);
      while (tag.find()) {
        waiting.add(tag.group(1));
      }
      Matcher test = TEST.matcher(line);
      if (test.find()) {
        for (String fault : waiting) {
          found.computeIfAbsent(fault, _ -> new TreeSet<>()).add(type + "." + test.group(1));
        }
        waiting.clear();
      }
    }
  }
}
