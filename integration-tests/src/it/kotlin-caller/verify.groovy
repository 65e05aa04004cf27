assert new File(basedir, 'build.log').text.contains('gradient [2.0, 4.0]')
