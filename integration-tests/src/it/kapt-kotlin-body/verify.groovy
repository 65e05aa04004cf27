String log = new File(basedir, 'build.log').text

assert log.contains('[leibniz:')
assert log.contains('Kotlin')
assert !new File(basedir, 'target/generated-sources/kapt/compile/demo/ModelGrad.java').exists()
