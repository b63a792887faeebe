package io.github.ekslint.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;

/** Makes the commands: each takes the surroundings. */
record Commands(Surroundings around) implements IFactory {

    private static final List<Class<?>> ALL = List.of(
            CheckCommand.class,
            BaselineCommand.class,
            ExplainCommand.class,
            RulesCommand.class,
            EvidenceCommand.class,
            HookCommand.class,
            RehearseCommand.class,
            HelpCommand.class);

    /** Whether a command with these arguments judges, which takes the rules. */
    static boolean judges(String... arguments) {
        return arguments.length > 0 && Set.of("check", "baseline").contains(arguments[0]);
    }

    /**
     * The command line for these arguments. A model of a command takes a tenth of a second to make, so that only the one that is
     * called is made; help and mistakes need all.
     */
    CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new Ekslint(), this);
        List<Class<?>> called = ALL.stream()
                .filter(c -> c != HelpCommand.class && arguments.length > 0 && name(c).equals(arguments[0]))
                .toList();
        (called.isEmpty() ? ALL : called).forEach(line::addSubcommand);
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Surroundings.class) {
                return type.cast(constructor.newInstance(around));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
