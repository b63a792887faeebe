package io.github.ekslint.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The modules of a build. */
record Reactor(MavenSession session, MojoExecution execution) {

    /**
     * Whether a module does the work of all: the one that Maven was started in, else the first, of those in which the plugin
     * runs at all.
     */
    boolean leads(MavenProject project) {
        List<MavenProject> running =
                session.getProjects().stream().filter(this::runsIn).toList();
        return running.stream()
                .filter(MavenProject::isExecutionRoot)
                .findFirst()
                .or(() -> running.stream().findFirst())
                .map(project::equals)
                .orElse(true);
    }

    private boolean runsIn(MavenProject project) {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return true;
        }
        Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
        return plugin != null
                && plugin.getExecutions().stream().anyMatch(e -> e.getId().equals(execution.getExecutionId()));
    }
}
