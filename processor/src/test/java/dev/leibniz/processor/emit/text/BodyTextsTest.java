package dev.leibniz.processor.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BodyTextsTest {
    private final BodyTexts bodies = new BodyTexts();

    @Test
    void putsLinesWhereTheyBelong() {
        MethodSpec first = method("first", new Code("int i = 0"), new Code("i++"));
        MethodSpec second = method("second", new Code("String s = \"$\" + \"%\""), new Code("f()"));
        TypeSpec inner = TypeSpec.classBuilder("Inner").addMethod(second).build();
        String text = file(
                TypeSpec.classBuilder("Outer").addType(inner).addMethod(first).build());

        assertEquals("""
                package p;

                class Outer {
                    void first() {
                        int i = 0;
                        i++;
                    }

                    class Inner {
                        void second() {
                            String s = "$" + "%";
                            f();
                        }
                    }
                }
                """, text);
    }

    @Test
    void namesClassesAsTheyAreCalledHere() {
        ClassName other = ClassName.get("other", "List");
        Code both = Code.of("$T.of($T.of())", ClassName.get("java.util", "List"), other);
        MethodSpec method = method("m", both, Code.of("$T.of()", other));
        String text = file(TypeSpec.classBuilder("Outer").addMethod(method).build());

        assertTrue(text.contains("import java.util.List;"), text);
        assertTrue(text.contains("        List.of(other.List.of());\n        other.List.of();\n"), text);
    }

    @Test
    void leavesLongLinesToJavaPoet() {
        Code sum = Code.join(Collections.nCopies(12, new Code("0123456789")), Code.WRAP + "+ ");
        Code sort = Code.of("$T.sort(a)", ClassName.get("java.util", "Arrays"));
        MethodSpec method = method("m", sort, sum, sort);
        String text = file(TypeSpec.classBuilder("Outer").addMethod(method).build());

        assertTrue(text.contains("        Arrays.sort(a);\n        0123456789 + 0123456789"), text);
        assertTrue(text.contains("\n                + 0123456789"), text);
        assertTrue(text.endsWith("0123456789;\n        Arrays.sort(a);\n    }\n}\n"), text);
    }

    private MethodSpec method(String name, Code... statements) {
        BodyText body = new BodyText(bodies);
        for (Code statement : statements) {
            body.statement(statement);
        }
        return MethodSpec.methodBuilder(name).addCode(body.code()).build();
    }

    private String file(TypeSpec type) {
        return bodies.putInto(JavaFile.builder("p", type).indent("    ").build().toString());
    }
}
