String log = new File(basedir, 'build.log').text

assert log.count('gradient [3.0, 12.0]') == 2
assert log.count('hessian [[6.0, 0.0], [0.0, 12.0]]') == 2
