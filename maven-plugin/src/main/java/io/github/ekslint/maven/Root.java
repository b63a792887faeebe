package io.github.ekslint.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/** Finds the folder that reports name files relative to, which must not depend on where Maven was started. */
final class Root {

    private Root() {}

    /** The root of the git repository, else the folder of the topmost parent that lies on this disk above the project. */
    static Path of(MavenProject project) {
        Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
        for (Path folder = base; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        Path top = base;
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            File folder = parent.getBasedir();
            if (folder != null
                    && top.startsWith(folder.toPath().toAbsolutePath().normalize())) {
                top = folder.toPath().toAbsolutePath().normalize();
            }
        }
        return top;
    }
}
