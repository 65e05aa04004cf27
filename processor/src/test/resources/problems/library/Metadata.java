package kotlin;

public @interface Metadata {
    int k() default 1;

    String[] d2() default {};
}
