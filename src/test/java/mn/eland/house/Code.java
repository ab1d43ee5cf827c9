package mn.eland.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.workflow.spi.TaskForm;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;

/** What the house rules ask of the compiled code and its sources. */
final class Code {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java");

    private Code() {
    }

    static List<Class<?>> classes() {
        try (var files = Files.walk(CLASSES.resolve("mn"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", ""))
                    .<Class<?>>map(Code::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the service-task beans: methods of the {@code …Steps} classes. */
    static Set<String> steps() {
        return classes().stream().filter(type -> type.getSimpleName().endsWith("Steps"))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Bean.class) && JavaDelegate.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the user-task beans: classes that implement {@link TaskForm}. */
    static Set<String> taskForms() {
        return classes().stream().filter(type -> TaskForm.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .map(type -> Character.toLowerCase(type.getSimpleName().charAt(0)) + type.getSimpleName().substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Simple names of event records. */
    static Set<String> events() {
        return classes().stream().filter(Class::isRecord)
                .filter(type -> type.getEnclosingClass() != null && type.getEnclosingClass().getSimpleName().endsWith("Event"))
                .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Path> sources() {
        return files(SOURCES, ".java");
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything a pattern's first group matches in the sources. */
    static Set<String> mentioned(Pattern pattern) {
        var found = new TreeSet<String>();
        for (var source : sources()) {
            var matcher = pattern.matcher(read(source));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Code.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
