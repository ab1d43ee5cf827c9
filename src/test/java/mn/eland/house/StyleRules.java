package mn.eland.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sizes, names and visibility of one source file (house style, section 2). */
public final class StyleRules {

    private static final int MOST_CLASS_LINES = 250;
    private static final int MOST_METHOD_LINES = 40;
    private static final Set<String> FORBIDDEN_PACKAGES = Set.of("service", "impl", "dto", "util", "utils", "model", "api");
    /** Without the empty paths each file has the compiler look for plugins in all jars. */
    private static final List<String> ONLY_PARSE = List.of("-proc:none", "--processor-path", "", "--class-path", "");
    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden(Pattern.compile("\\bTODO\\b|\\bFIXME\\b|\\bXXX\\b"), "holds unfinished work"),
            new Forbidden(Pattern.compile("@author"), "names an author"),
            new Forbidden(Pattern.compile("@Autowired\\s+(private|protected)?\\s*\\w+(<.*>)?\\s+\\w+;"), "injects a field"),
            new Forbidden(Pattern.compile("\\bSystem\\.(out|err)\\."), "prints to the console"),
            new Forbidden(Pattern.compile("\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)"),
                    "asks the machine for the time"),
            new Forbidden(Pattern.compile("import lombok\\."), "uses Lombok"),
            new Forbidden(Pattern.compile("^\\s*//.*;\\s*$", Pattern.MULTILINE), "holds commented-out code"),
            new Forbidden(Pattern.compile("(?i)\\b(full_?age|adult|majority)\\w*\\s*=\\s*\\d|\\bage\\w*(\\(\\))?\\s*[<>]=?\\s*\\d|plusYears\\(\\d"
                    + "|\\b(deposit\\w*pct|validDays|\\w*score)(\\(\\))?\\s*[<>]=?\\s*([2-9]|\\d{2})|\\b(tax|vat|fee|penalty)\\w*(rate|pct)\\w*\\s*=\\s*\"?\\d"),
                    "holds a number of the law"),
            new Forbidden(Pattern.compile("new UnsupportedOperationException\\(\\)"), "is a stub"));

    private static final Pattern OWN_NUMBER =
            Pattern.compile("\\?:\\s*\\d+|(?U)\\b\\d+ (хоног|өдр|сар(?!ын)|жил|хувиас|хувийн|days?|months?|years?|percent)\\w*");

    private record Forbidden(Pattern pattern, String fault) {
    }

    private final String name;
    private final String text;
    private final List<String> faults = new ArrayList<>();

    private StyleRules(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Faults of one file; {@code clockOwner} may ask the machine for the time, an invented office may keep numbers of its own. */
    public static List<String> faults(String name, String text, boolean clockOwner) {
        var rules = new StyleRules(name, text);
        for (var forbidden : FORBIDDEN) {
            boolean allowed = clockOwner && forbidden.fault().contains("time")
                    || name.contains("/simulator/") && forbidden.fault().contains("law");
            if (!allowed && forbidden.pattern().matcher(text).find()) {
                rules.faults.add(name + " " + forbidden.fault());
            }
        }
        rules.sizesAndVisibility();
        return rules.faults;
    }

    private void sizesAndVisibility() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, diagnostic -> { }, ONLY_PARSE, null, List.of(new Source(name, text)));
        try {
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                var packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
                for (var part : packageName.split("\\.")) {
                    if (FORBIDDEN_PACKAGES.contains(part)) {
                        faults.add(name + " lies in a package named " + part);
                    }
                }
                new Measure(unit, positions).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Measure extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private int depth;

        Measure(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (depth == 0) {
                long lines = lines(type);
                if (lines > MOST_CLASS_LINES) {
                    faults.add(name + ": " + type.getSimpleName() + " has " + lines + " lines");
                }
                boolean entity = type.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Entity"));
                if (entity && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                    faults.add(name + ": the aggregate " + type.getSimpleName() + " is public");
                }
            }
            depth++;
            super.visitClass(type, nothing);
            depth--;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long lines = lines(method);
            if (lines > MOST_METHOD_LINES) {
                faults.add(name + ": method " + method.getName() + " has " + lines + " lines");
            }
            return super.visitMethod(method, nothing);
        }

        private long lines(com.sun.source.tree.Tree tree) {
            var map = unit.getLineMap();
            return map.getLineNumber(positions.getEndPosition(unit, tree)) - map.getLineNumber(positions.getStartPosition(unit, tree)) + 1;
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('\\', '/')), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Packages with more files than a reader can hold in mind. */
    public static List<String> crowdedPackages(int most) {
        return Code.sources().stream().filter(file -> !file.endsWith("package-info.java"))
                .collect(java.util.stream.Collectors.groupingBy(java.nio.file.Path::getParent, java.util.TreeMap::new,
                        java.util.stream.Collectors.counting()))
                .entrySet().stream().filter(entry -> entry.getValue() > most)
                .map(entry -> entry.getKey() + " has " + entry.getValue() + " files").toList();
    }

    /** Public classes of a module's base package besides its door. */
    public static List<String> secondDoors(Set<String> modules) {
        var faults = new ArrayList<String>();
        for (var module : modules) {
            var open = Code.classes().stream()
                    .filter(type -> type.getPackageName().equals("mn.eland." + module))
                    .filter(type -> java.lang.reflect.Modifier.isPublic(type.getModifiers()) && type.getEnclosingClass() == null)
                    .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface() && !Throwable.class.isAssignableFrom(type))
                    .map(Class::getSimpleName).sorted().toList();
            if (open.size() > 1) {
                faults.add(module + " has more than one door: " + open);
            }
        }
        return faults;
    }

    /** Terms and shares that a printed document states without being told. */
    public static List<String> ownNumbers(String name, String template) {
        return OWN_NUMBER.matcher(template).results().map(found -> name + " says " + found.group()).toList();
    }

    public static List<java.nio.file.Path> documents() {
        return Code.files(java.nio.file.Path.of("templates/documents"), ".html");
    }

    public static List<java.nio.file.Path> decisionTables() {
        return Code.files(java.nio.file.Path.of("decisions"), ".dmn");
    }

    public static List<java.nio.file.Path> sources() {
        return Code.sources();
    }

    public static String read(java.nio.file.Path file) {
        return Code.read(file);
    }
}
