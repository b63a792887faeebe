import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Brings classes of Java 5, which Java's archives of classes leave out, into the format of Java 8; what they do stays the same.
 * The build runs it: {@code java StackMaps.java JAR}, with ASM and the jar on the class path.
 */
class StackMaps {

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path written = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                copy(in.getInputStream(entry), entry.getName(), out);
                out.closeEntry();
            }
        }
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(InputStream content, String name, OutputStream out) throws IOException {
        byte[] bytes = content.readAllBytes();
        boolean old = name.endsWith(".class") && bytes[7] < Opcodes.V1_6;
        out.write(old ? renewed(bytes) : bytes);
    }

    private static byte[] renewed(byte[] bytes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        ClassVisitor renewing = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, above, interfaces);
            }
        };
        new ClassReader(bytes).accept(renewing, 0);
        return writer.toByteArray();
    }
}
