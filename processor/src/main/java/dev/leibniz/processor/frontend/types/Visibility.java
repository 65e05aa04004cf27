package dev.leibniz.processor.frontend.types;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The elements that the generated class may name. */
public final class Visibility {
    private Visibility() {}

    /** Whether a class of the given package, outside of all others, can name {@code element}. */
    public static boolean fromPackage(Element element, String packageName) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e instanceof PackageElement) {
                return true;
            }
            boolean samePackage = packageOf(e).equals(packageName);
            if (e.getModifiers().contains(Modifier.PRIVATE)
                    || !samePackage && !e.getModifiers().contains(Modifier.PUBLIC) && !isInterfaceMember(e)
                    || e.getKind() == ElementKind.METHOD && e != element) {
                return false;
            }
        }
        return true;
    }

    /** Whether any class can name {@code element}, as far as packages are concerned. */
    public static boolean fromEverywhere(Element element) {
        return fromPackage(element, " ");
    }

    /** Whether the element, or something around it, is private. */
    public static boolean isPrivate(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    /** The class of a value of the type, or of its elements, and those of the components of records. */
    static List<Element> classesIn(TypeMirror type) {
        List<Element> found = new ArrayList<>();
        collect(type, found);
        return found;
    }

    private static void collect(TypeMirror type, List<Element> found) {
        if (type instanceof ArrayType array) {
            collect(array.getComponentType(), found);
        } else if (type instanceof DeclaredType declared) {
            found.add(declared.asElement());
            if (Layouts.isRecord(type)) {
                ((TypeElement) declared.asElement())
                        .getRecordComponents()
                        .forEach(component -> collect(component.asType(), found));
            }
        }
    }

    private static boolean isInterfaceMember(Element element) {
        return element.getEnclosingElement() != null
                && element.getEnclosingElement().getKind().isInterface();
    }

    public static String packageOf(Element element) {
        Element e = element;
        while (e != null && !(e instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        return e instanceof PackageElement p ? p.getQualifiedName().toString() : "";
    }
}
