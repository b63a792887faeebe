package io.github.ekslint.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands: each takes the surroundings. */
record Commands(Surroundings around) implements IFactory {

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
