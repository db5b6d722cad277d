"""Options, methods, clearing and recursion of cached functions."""

SCRIPT = """
import streamlit as st
import datetime as dt, asyncio, inspect
def tell(name, fn):
    try:
        r = fn()
        st.text(name + ' ' + repr(r))
    except Exception as e:
        st.text(name + ' raises ' + type(e).__name__ + ' ' + str([b.__name__ for b in type(e).__mro__[1:3]]))
def make(**kw):
    @st.cache_data(show_spinner=False, **kw)
    def f(x):
        print('f', x, sorted(kw))
        return x
    return f
def maker(**kw):
    @st.cache_resource(show_spinner=False, **kw)
    def f(x):
        print('r', x, sorted(kw))
        return [x]
    return f
tell('max 0', lambda: make(max_entries=0)(1))
tell('max -1', lambda: make(max_entries=-1)(1))
tell('max float', lambda: make(max_entries=1.5)(1))
tell('rmax 0', lambda: maker(max_entries=0)(1))
tell('ttl 0', lambda: (make(ttl=0)(1), make(ttl=0)(1)))
tell('ttl -1', lambda: (make(ttl=-1)(1), make(ttl=-1)(1)))
tell('ttl str', lambda: make(ttl='1d2h34m')(1))
tell('ttl bool', lambda: make(ttl=True)(1))
tell('ttl empty', lambda: make(ttl='')(1))
tell('ttl nat', lambda: make(ttl='NaT')(1))
tell('ttl 5', lambda: make(ttl='5')(1))
tell('persist bad', lambda: make(persist='cloud')(1))
tell('scope bad', lambda: make(scope='x')(1))
tell('scope', lambda: make(scope='session')(1))
tell('mode bad', lambda: make(refresh_mode='x')(1))
tell('mode no ttl', lambda: make(refresh_mode='background')(1))
tell('mode ttl 0', lambda: make(refresh_mode='background', ttl=0)(1))
tell('mode ok', lambda: make(refresh_mode='background', ttl=100)(1))
tell('mode persist', lambda: make(refresh_mode='background', ttl=100, persist=True)(1))
tell('size', lambda: make(max_size='1KB')(1))
tell('size bad', lambda: make(max_size='1')(1))
tell('size 0', lambda: make(max_size=0)(1))
tell('size bool', lambda: make(max_size=True)(1))
tell('size float', lambda: make(max_size=1.5)(1))
tell('unknown', lambda: make(nonsense=1)(1))
tell('positional', lambda: st.cache_data(make, 1))
async def co(x):
    print('co', x)
    return x
cc = st.cache_data(co)
tell('async', lambda: (asyncio.run(cc(1)), asyncio.run(cc(1))))
tell('async bg', lambda: st.cache_data(co, refresh_mode='background', ttl=5))
async def agen(): yield 1
tell('asyncgen', lambda: st.cache_data(agen))
def gen(): yield 1
tell('gen', lambda: st.cache_data(show_spinner=False)(gen)())
g = st.cache_resource(gen)
tell('rgen', lambda: (list(g()), list(g())))
def returns_co(): return co(2)
tell('returns co', lambda: st.cache_data(returns_co)())
class C:
    def __init__(self, n): self.n = n
    @st.cache_data(show_spinner=False)
    def m(self, x):
        print('m', x)
        return x
    @st.cache_data(show_spinner=False)
    def u(_self, x):
        print('u', x)
        return x
    @staticmethod
    @st.cache_data(show_spinner=False)
    def s(x):
        print('s', x)
        return x
    @classmethod
    @st.cache_data(show_spinner=False)
    def k(cls, x):
        print('k', x)
        return x
    @st.cache_data(show_spinner=False, hash_funcs={'__main__.C': lambda c: c.n})
    def h(self, x):
        print('h', x)
        return x
c, d = C(1), C(2)
tell('method', lambda: c.m(1))
tell('u', lambda: (c.u(1), d.u(1)))
tell('s', lambda: (c.s(1), C.s(1)))
tell('k', lambda: (c.k(1), C.k(1)))
tell('h', lambda: (c.h(1), c.h(1), d.h(1)))
tell('bound clear', lambda: c.u.clear(1))
tell('bound clear all', lambda: c.u.clear())
tell('u again', lambda: c.u(1))
@st.cache_data(show_spinner=False)
def args(a, b=2, *rest, c=3, _d=4, **more):
    print('args', a, b, rest, c, more)
    return a
for call in (lambda: args(1), lambda: args(a=1), lambda: args(1, 2), lambda: args(1, b=2), lambda: args(b=2, a=1), lambda: args(a=1, b=2), lambda: args(1, 2, 3), lambda: args(1, 2, 4), lambda: args(1, c=3), lambda: args(1, _d=5), lambda: args(1, x=1, y=2), lambda: args(1, y=2, x=1), lambda: args(1, _z=1), lambda: args(), lambda: args(1, a=1)):
    tell('args', call)
tell('clear', lambda: args.clear(1, 2))
tell('again', lambda: (args(1, 2), args(1)))
tell('name', lambda: (args.__name__, args.__doc__, callable(args), inspect.isfunction(args), args.__wrapped__.__name__))
released = []
@st.cache_resource(max_entries=1, on_release=released.append, show_spinner=False)
def rr(x):
    return x
rr(1), rr(2), rr(2)
st.text(str(released))
rr.clear()
st.text(str(released))
@st.cache_resource(validate=lambda v: v[0] < 2, on_release=released.append, show_spinner=False)
def vv():
    print('vv')
    return [1]
v = vv()
v[0] = 2
vv()
st.text(str(released))
tell('validate async', lambda: st.cache_resource(gen, validate=co))
tell('release async', lambda: st.cache_resource(gen, on_release=co))
tell('hash func raises', lambda: st.cache_data(hash_funcs={int: lambda v: 1 / 0})(returns_co)(1))
@st.cache_data(hash_funcs={int: lambda v: 1 / 0}, show_spinner=False)
def hf(x): return x
tell('hash func raises', lambda: hf(1))
tell('hash func skip', lambda: hf('a'))
tell('hash func inner', lambda: hf([1]))
@st.cache_data(show_spinner=False)
def fact(n):
    print('fact', n)
    return 1 if n < 2 else n * fact(n - 1)
tell('fact', lambda: (fact(5), fact(4)))
def same(n):
    @st.cache_data(show_spinner=False)
    def inner(x):
        print('inner', n)
        return n
    return inner(0)
tell('closures share', lambda: (same(1), same(2)))
tell('kw none', lambda: make(hash_funcs=None, max_entries=None, ttl=None, persist=None)(1))
tell('cache func as arg', lambda: make()(fact))
st.cache_data.clear()
tell('fact', lambda: fact(2))
tell('resource clear', lambda: st.cache_resource.clear())
tell('names', lambda: [n for n in dir(st.cache_data) if n[0] != '_'])
"""
STEPS = [{"do": "rerun"}]
