"""What st.help says, by AppTest's value."""

SCRIPT = """
import streamlit as st
import re, functools, dataclasses, enum, math
class Plain:
    'doc of Plain'
    attr = 5
    def __init__(self, a, b=1):
        self.a = a
    def method(self):
        'doc of method'
    @property
    def prop(self):
        'doc of prop'
        return 1
class Kw:
    def __init__(self, x=1, y=2): pass
class NoArgs: pass
class Rep:
    def __repr__(self): return 'mod.Rep(a, b)'
class Rep2:
    def __repr__(self): return 'Rep2(a, b)'
class Rep3:
    def __repr__(self): return 'Rep3()'
class Rep4:
    def __repr__(self): return 'mod.Rep4()'
class Rep5:
    def __repr__(self): return 'x(' + 'a' * 400 + ')'
class Call:
    def __call__(self, a): pass
@dataclasses.dataclass
class DC:
    x: int = 1
class E(enum.Enum):
    A = 1
def func(a, b: int = 1, *args, c='x', **kw) -> int:
    'Doc of func.'
def nodoc(): pass
p = Plain(1)
k = Kw()
n = NoArgs()
st.help(Plain)
st.help(p)
st.help(k)
st.help(n)
st.help(Plain(2))
st.help(Rep())
r = Rep()
st.help(r)
r2 = Rep2(); r3 = Rep3(); r4 = Rep4(); r5 = Rep5()
st.help(r2)
st.help(r3)
st.help(r4)
st.help(r5)
st.help(Call())
c = Call()
st.help(c)
st.help(func)
st.help(nodoc)
st.help(p.method)
st.help(Plain.method)
st.help(Plain.prop)
st.help(len)
st.help(str.upper)
st.help(math)
st.help('text')
st.help(5)
five = 5
st.help(five)
st.help(None)
st.help([1, 2])
st.help(x := 3)
st.help(obj=func)
st.help(
    func
) if False else None
st.help(DC)
st.help(DC())
st.help(E.A)
st.help(E)
st.help(functools.partial(func, 1))
st.help(lambda a: a)
st.help(re.compile('a'))
st.help()
h = st.help(func)
st.text(type(h).__name__)
st.write('a', func)
st.write(func, 'b')
st.write(func, Plain)
func
Plain, func
p
func,
box = st.container()
box.write(func)
box.help(func)
with box:
    st.write(func)
def inner(arg):
    st.write(arg)
inner(func)
st.text(str(st.write(func)))
(st.write(func))
for f in (func, len):
    f
st.help(int)
st.help(Exception)
st.help(ValueError('x'))
st.help(object())
o = object()
st.help(o)
o
st.help(st.session_state)
st.help(st)
st.help(p.a)
st.help(func('1'))
@st.cache_data
def cached(a): 'doc'
st.help(cached)
st.write(cached)
st.write(st.cache_data)
st.write(zip([1]))
st.write(iter([1]))
st.write(object())
st.write(Plain(1))
st.write(functools.partial(func))
st.write(p.method, p)
"""
STEPS = []
